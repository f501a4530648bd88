// Loads what formulas need once the page shows one: some pages show theirs later.
let isLoaded = false;

function load() {
  if (isLoaded || !document.querySelector('math')) return;
  isLoaded = true;
  // Where it cannot be loaded, browsers copy what they see.
  import('./copy-formulas.js').catch(Boolean);
}

document.addEventListener('selectionchange', load);
load();
