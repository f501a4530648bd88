// The switch in the header. What was chosen is set before anything is painted, by a script in the head.
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
    // Without storage the choice lasts as long as the page.
  }
  show();
});
dark.addEventListener('change', show);
show();

export {};
