import { announce } from './announce.js';

const star = document.querySelector('[data-save]');
const key = 'quicktakes.saved';
/** The question's canonical address, which is the same on all its pages. */
const address = star?.getAttribute('data-save') ?? '';

star?.addEventListener('click', () => {
  const saved = read();
  const isSaved = saved.includes(address);
  const next = isSaved ? saved.filter((other) => other !== address) : [...saved, address];
  try {
    localStorage.setItem(key, JSON.stringify(next));
    announce(isSaved ? 'Removed from your questions' : 'Saved to your questions');
  } catch {
    announce('This browser keeps nothing for this site');
  }
  show();
});
addEventListener('pageshow', show);
show();

function show() {
  star?.setAttribute('aria-pressed', String(read().includes(address)));
}

/** @returns {string[]} */
function read() {
  try {
    /** @type {unknown} */
    const list = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
