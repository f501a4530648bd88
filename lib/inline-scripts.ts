import { createHash } from 'node:crypto';

/** Runs before the first paint, so that a chosen theme does not flash. */
export const themeScript =
  "try{var t=localStorage.getItem('quicktakes.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

/**
 * The browser prefetches a page when a link is pressed or hovered (https://wicg.github.io/nav-speculation/).
 */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { href_matches: '/learn/*' }, eagerness: 'moderate' }],
});

/**
 * CSP source expressions that allow exactly these two inline scripts
 * (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
 */
export const inlineScriptSources = [themeScript, speculationRules]
  .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  .join(' ');
