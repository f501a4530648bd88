/** @type {HTMLElement | undefined} */
let region;

/** Announces a message to screen readers. @param {string} message */
export function announce(message) {
  if (!region) {
    region = document.createElement('p');
    region.setAttribute('role', 'status');
    region.className = 'sr-only';
    document.body.append(region);
  }
  const place = region;
  place.textContent = '';
  // Screen readers announce changes only in a region that already exists.
  setTimeout(() => (place.textContent = message), 50);
}
