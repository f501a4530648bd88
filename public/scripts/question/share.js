const share = document.querySelector('[data-share]');
if (share instanceof HTMLButtonElement && 'share' in navigator) {
  share.hidden = false;
  share.addEventListener('click', () => {
    // Closing the share sheet without a choice is not an error.
    navigator.share({ title: document.title, url: location.href }).catch(() => undefined);
  });
}

export {};
