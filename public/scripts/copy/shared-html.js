import { readableMathml } from './readable-mathml.js';

/** Attributes that only this site's styles and scripts use. */
const pageOnlyAttributes = /^(?:class|style|id|tabindex|role|(?:aria|data)-.*)$/;

/**
 * The selected part as HTML for other programs: formulas as MathML that is readable without its tags, and
 * links with absolute addresses. Changes the elements.
 *
 * @param {Element} part
 */
export function sharedHtml(part) {
  for (const element of part.querySelectorAll('*')) {
    if (element instanceof HTMLAnchorElement) element.setAttribute('href', element.href);
    if (element instanceof HTMLImageElement) element.setAttribute('src', element.src);
    for (const name of element.getAttributeNames())
      if (pageOnlyAttributes.test(name)) element.removeAttribute(name);
  }
  // Word processors ignore the tags of MathML: x² would be x2.
  for (const math of part.querySelectorAll('math')) math.outerHTML = readableMathml(math.outerHTML);
  return part.innerHTML;
}
