// Improves pages that are complete without it: the theme switch, copy buttons, sharing, the section one is in, and keys.

const theme = document.querySelector('[data-theme-switch]');
if (theme instanceof HTMLButtonElement) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () =>
    (document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const show = () => {
    theme.setAttribute('aria-pressed', String(isDark()));
  };
  theme.hidden = false;
  theme.addEventListener('click', () => {
    const chosen = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    try {
      localStorage.setItem('quicktakes.theme', chosen);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    show();
  });
  dark.addEventListener('change', show);
  show();
}

/** @type {HTMLElement | undefined} */
let announcer;

/** @param {string} message for those who cannot see what changed */
function say(message) {
  if (!announcer) {
    announcer = document.createElement('p');
    announcer.setAttribute('role', 'status');
    announcer.className = 'sr-only';
    document.body.append(announcer);
  }
  const region = announcer;
  region.textContent = '';
  // A region is only read out when it changes while it is there.
  setTimeout(() => (region.textContent = message), 50);
}

/**
 * @param {Element} place where the button goes, as its last child
 * @param {string} what named in the button's label
 * @param {() => string} text
 */
function addCopyButton(place, what, text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy ${what}`);
  const answer = (/** @type {string} */ result) => {
    button.textContent = result;
    say(`${result} ${what}`);
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => {
        answer('Copied');
      },
      () => {
        answer('Could not copy');
      },
    );
  });
  place.append(button);
}

for (const figure of document.querySelectorAll('.answer figure.code')) {
  const code = figure.querySelector('code');
  if (code) addCopyButton(figure, 'the code', () => code.textContent);
}
for (const formula of document.querySelectorAll('.answer .formula[data-tex]')) {
  addCopyButton(formula, 'the formula as LaTeX', () => formula.getAttribute('data-tex') ?? '');
}
for (const citation of document.querySelectorAll('[data-citation]')) {
  const text = citation.querySelector('[data-citation-text]');
  const style = citation.getAttribute('data-citation') ?? '';
  if (text) addCopyButton(citation, `the ${style} citation`, () => text.textContent);
}

const share = document.querySelector('[data-share]');
if (share instanceof HTMLButtonElement && 'share' in navigator) {
  share.hidden = false;
  share.addEventListener('click', () => {
    // Closing the system's sheet without a choice is no fault.
    navigator.share({ title: document.title, url: location.href }).catch(() => undefined);
  });
}

const star = document.querySelector('[data-save]');
if (star instanceof HTMLButtonElement) {
  const key = 'quicktakes.saved';
  /** @returns {string[]} */
  const read = () => {
    try {
      /** @type {unknown} */
      const list = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
    } catch {
      return [];
    }
  };
  const show = () => {
    star.setAttribute('aria-pressed', String(read().includes(location.pathname)));
  };
  star.hidden = false;
  star.addEventListener('click', () => {
    const saved = read();
    const isSaved = saved.includes(location.pathname);
    const next = isSaved ? saved.filter((path) => path !== location.pathname) : [...saved, location.pathname];
    try {
      localStorage.setItem(key, JSON.stringify(next));
      say(isSaved ? 'Removed from your questions' : 'Saved to your questions');
    } catch {
      say('This browser keeps nothing for this site');
    }
    show();
  });
  addEventListener('pageshow', show);
  show();
}

const entries = [...document.querySelectorAll('.toc a')];
if (entries.length > 0) {
  const sections = new Map(
    entries.map((link) => [document.getElementById((link.getAttribute('href') ?? '').slice(1)), link]),
  );
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        for (const link of entries) link.removeAttribute('aria-current');
        sections.get(/** @type {HTMLElement} */ (target))?.setAttribute('aria-current', 'location');
      }
    },
    { rootMargin: '0px 0px -70% 0px' },
  );
  for (const heading of sections.keys()) if (heading) observer.observe(heading);
}

const help = document.querySelector('[data-help]');
document.addEventListener('keydown', (event) => {
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '?' && help instanceof HTMLDialogElement && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    help.showModal();
  }
});

export {};
