import { announce } from './announce.js';

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

/**
 * @param {Element} place element to which the button is appended
 * @param {string} what copied text as named in the button's label
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
    announce(`${result} ${what}`);
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
