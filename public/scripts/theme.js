// The theme switch in the header. A script in the head applies the chosen theme before the first paint.
const theme = document.querySelector('[data-theme-switch]');
const dark = matchMedia('(prefers-color-scheme: dark)');
const { dataset } = document.documentElement;
const isDark = () => (dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
const show = () => theme?.setAttribute('aria-pressed', String(isDark()));

theme?.addEventListener('click', () => {
  dataset.theme = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem('quicktakes.theme', dataset.theme);
  } catch {
    // Without storage, the choice lasts only until the page is left.
  }
  show();
});
dark.addEventListener('change', show);
show();

export {};
