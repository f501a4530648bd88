import { createHash } from 'node:crypto';

/** Runs before the page is painted, so that a chosen theme does not flash. */
export const themeScript =
  "try{var t=localStorage.getItem('quicktakes.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

/** The next question is fetched while the finger is still on its way (https://wicg.github.io/nav-speculation/). */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { href_matches: '/learn/*' }, eagerness: 'moderate' }],
});

/**
 * The source expressions that admit these two, and no other, to pages of their own text
 * (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
 */
export const inlineScriptSources = [themeScript, speculationRules]
  .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  .join(' ');
