// What question pages run besides.
import './question/copy.js';
import './question/save.js';
import './question/share.js';
import './question/contents.js';
