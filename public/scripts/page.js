// Scripts for every page. Each page is complete without them.
import './theme.js';
import './help-key.js';
import './search-dialog.js';
import './formulas.js';
