// What every page runs. It improves pages that are complete without it.
import './theme.js';
import './help-key.js';
import './search-dialog.js';
import './formulas.js';
