// Loads the script that copies formulas as soon as the page shows one. Some pages show formulas only later.
let isLoaded = false;

function load() {
  if (isLoaded || !document.querySelector('math')) return;
  isLoaded = true;
  // If it cannot be loaded, the browser copies formulas in its own way.
  import('./copy-formulas.js').catch(Boolean);
}

document.addEventListener('selectionchange', load);
load();
