import { announce } from './announce.js';

const star = document.querySelector('[data-save]');
const key = 'quicktakes.saved';
const idsKey = 'quicktakes.saved.ids';
/** The question's canonical address, which is the same on all its pages. */
const address = star?.getAttribute('data-save') ?? '';
/** It stays when the question moves. */
const id = Number(star?.getAttribute('data-id'));

star?.addEventListener('click', () => {
  const { saved, others } = read();
  const isSaved = others.length < saved.length;
  const ids = known(idsKey);
  try {
    localStorage.setItem(key, JSON.stringify(isSaved ? others : [...saved, address]));
    localStorage.setItem(idsKey, JSON.stringify({ ...ids, [address]: id }));
    announce(isSaved ? 'Removed from your questions' : 'Saved to your questions');
  } catch {
    announce('This browser keeps nothing for this site');
  }
  show();
});
addEventListener('pageshow', show);
show();

function show() {
  const { saved, others } = read();
  star?.setAttribute('aria-pressed', String(others.length < saved.length));
}

/**
 * The saved addresses, and those of other questions. A question that moved was saved by an address that it
 * had then.
 */
function read() {
  const saved = Object.values(known(key)).filter((item) => typeof item === 'string');
  const ids = known(idsKey);
  return { saved, others: saved.filter((item) => item !== address && ids[item] !== id) };
}

/**
 * What is kept by a name, as far as it can be read.
 *
 * @param {string} name
 * @returns {Record<string, unknown>}
 */
function known(name) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(localStorage.getItem(name) ?? '{}');
    return typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}
