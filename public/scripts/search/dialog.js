import { walkWithArrows } from './arrow-keys.js';
import { describeFound, failedText } from './describe.js';
import { SearchableLibrary } from './library.js';
import { Pace } from './pace.js';
import { isShortcutOff, turnShortcutOff } from './shortcut.js';

/** @typedef {import('./library.js').Found} Found */
/** @typedef {import('./library.js').Piece} Piece */
/** @typedef {import('./library.js').Result} Result */

const searchPath = '/search';
const resultCount = 8;

const library = new SearchableLibrary();

/** The search dialog, for pages without a framework. */
export class SearchDialog {
  #dialog = make('dialog', { class: 'search-dialog', 'aria-label': 'Search' });
  #field = make('input', {
    type: 'search',
    name: 'q',
    class: 'field search-field',
    placeholder: 'Search the library',
    'aria-label': 'Search the library',
    autocomplete: 'off',
    autocapitalize: 'off',
    enterkeyhint: 'search',
  });
  #status = make('p', { class: 'search-status', role: 'status' });
  #help = make('div', { class: 'search-help' });
  #results = make('ol', { class: 'search-results' });
  #list = make('div', { class: 'search-list' }, this.#results);
  #all = make('a', { class: 'text-button', href: searchPath });
  /** Increases with every change of the field, to recognize late results. */
  #turn = 0;
  #pace = new Pace();

  constructor() {
    const close = make('button', { type: 'button', class: 'button-quiet' }, 'Close');
    const form = make(
      'form',
      { class: 'search-form', role: 'search', action: searchPath },
      this.#field,
      close,
    );
    const key = make('input', { type: 'checkbox' });
    key.checked = !isShortcutOff();
    const foot = make(
      'div',
      { class: 'search-dialog-foot' },
      make('label', {}, key, 'Open with the / key'),
      this.#all,
    );
    const body = make('div', { class: 'search-dialog-body' }, this.#status, this.#help, this.#list);
    this.#dialog.append(form, body, foot);
    document.body.append(this.#dialog);

    close.addEventListener('click', () => {
      this.#close();
    });
    key.addEventListener('change', () => {
      turnShortcutOff(!key.checked);
    });
    this.#field.addEventListener('input', () => {
      this.#change();
    });
    this.#dialog.addEventListener('click', (event) => {
      // A click outside the contents of the dialog is on its backdrop.
      if (event.target === this.#dialog) this.#close();
    });
    this.#dialog.addEventListener('keydown', (event) => {
      walkWithArrows(event, this.#field, [...this.#results.querySelectorAll('a')]);
      if (event.key === 'Escape' && !event.isComposing) {
        // The first Escape would only clear the search field.
        event.preventDefault();
        this.#close();
      }
    });
    this.#showNothing();
  }

  open() {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#field.select();
    // Loads the index while the reader types.
    library.prepare();
  }

  #close() {
    this.#dialog.close();
    // If nothing had the focus before, the browser keeps it on a hidden element for a moment, and keys have
    // no effect.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && this.#dialog.contains(activeElement)) activeElement.blur();
  }

  #change() {
    this.#turn += 1;
    this.#pace.cancel();
    if (this.#field.value.trim() === '') {
      this.#showNothing();
      return;
    }
    this.#list.inert = true;
    this.#help.replaceChildren();
    const [query, turn] = [this.#field.value, this.#turn];
    this.#pace.plan(query, () => void this.#search(query, turn));
  }

  /**
   * @param {string} query
   * @param {number} turn
   */
  async #search(query, turn) {
    /** @type {Found | undefined} */
    const found = await library.search(query, '', resultCount).catch(() => undefined);
    if (turn !== this.#turn) return;
    this.#list.inert = false;
    this.#results.replaceChildren(...(found?.results.map(showResult) ?? []));
    this.#status.textContent = found ? describeFound(found) : failedText;
    this.#help.replaceChildren(...(found ? this.#suggest(found) : []));
    this.#linkAll(query, found !== undefined && found.total > found.results.length);
  }

  #showNothing() {
    this.#list.inert = false;
    this.#results.replaceChildren();
    this.#help.replaceChildren();
    this.#status.textContent = 'Type a word or a question.';
    this.#linkAll('', false);
  }

  /**
   * @param {Found} found
   * @returns {HTMLElement[]}
   */
  #suggest({ suggestion, total }) {
    if (suggestion !== undefined) {
      const button = make('button', { type: 'button', class: 'text-button' }, suggestion);
      button.addEventListener('click', () => {
        this.#field.value = suggestion;
        this.#field.focus();
        this.#change();
      });
      return [make('p', {}, 'Did you mean ', button, '?')];
    }
    return total === 0 ? [make('p', {}, 'Try fewer or more common words.')] : [];
  }

  /**
   * @param {string} query
   * @param {boolean} hasMore
   */
  #linkAll(query, hasMore) {
    this.#all.href =
      query === '' ? searchPath : `${searchPath}?${new URLSearchParams({ q: query }).toString()}`;
    this.#all.textContent = hasMore ? 'All results' : 'Search by subject';
  }
}

/** @param {Result} result */
function showResult({ address, title, excerpt, subject }) {
  const text = make('p', { class: 'search-excerpt', dir: 'auto' });
  void excerpt.then((pieces) => {
    text.append(...pieces.map(showPiece));
  });
  return make(
    'li',
    { class: 'search-result', 'data-accent': subject.accent },
    make('p', { class: 'label' }, subject.name),
    make(
      'a',
      { class: 'card-link search-result-title', href: address },
      make('div', { dir: 'auto' }, ...title.map(showPiece)),
    ),
    text,
  );
}

/** @param {Piece} piece */
function showPiece({ text, marked }) {
  return marked ? make('mark', {}, text) : text;
}

/**
 * Creates an element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
