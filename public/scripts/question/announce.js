/** @type {HTMLElement | undefined} */
let region;

/**
 * Says what happened to those who cannot see it.
 * @param {string} message
 */
export function announce(message) {
  if (!region) {
    region = document.createElement('p');
    region.setAttribute('role', 'status');
    region.className = 'sr-only';
    document.body.append(region);
  }
  const place = region;
  place.textContent = '';
  // A region is only read out when it changes while it is there.
  setTimeout(() => (place.textContent = message), 50);
}
