/** What only the page itself makes use of. */
const ofPage = /^(?:class|style|id|tabindex|role|(?:aria|data)-.*)$/;

/**
 * What is selected as HTML for other programs: formulas as MathML, and links that lead where they lead from the page. Changes the elements.
 *
 * @param {Element} part
 */
export function sharedHtml(part) {
  for (const element of part.querySelectorAll('*')) {
    if (element instanceof HTMLAnchorElement) element.setAttribute('href', element.href);
    if (element instanceof HTMLImageElement) element.setAttribute('src', element.src);
    for (const name of element.getAttributeNames()) if (ofPage.test(name)) element.removeAttribute(name);
  }
  return part.innerHTML;
}
