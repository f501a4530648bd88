// Additional scripts for question pages.
import './question/copy.js';
import './question/save.js';
import './question/share.js';
import './question/contents.js';
