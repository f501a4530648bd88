import { createHash } from 'node:crypto';

/**
 * Runs before the page is painted, so that a chosen theme does not flash. It stands in the page itself; the
 * Content-Security-Policy admits it by its hash.
 */
export const themeScript =
  "try{var t=localStorage.getItem('quicktakes.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

/** The source expression that admits {@link themeScript} (https://www.w3.org/TR/CSP3/#framework-directive-source-list). */
export const themeScriptSource = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`;
