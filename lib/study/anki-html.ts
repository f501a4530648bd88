import { attribute, tag } from '@/lib/answer/html/tags';

/** Names that Anki's editor uses for elements. */
const ankiTagNames = new Map([
  ['em', 'i'],
  ['strong', 'b'],
]);

/** Elements that are replaced by their contents, because only this site's styles need them. */
const unwrapped = new Set(['span', 'figure', 'div', 'section']);

/** Attributes that stay useful without this site's styles and scripts. */
const kept = new Set(['href', 'src', 'alt', 'title', 'width', 'height', 'start', 'scope', 'colspan', 'dir']);

/**
 * TeX commands that this site supports and Anki's MathJax 3 (with mathtools and mhchem) does not. A formula
 * with one of them stays MathML, which Anki supports since version 23.10 and on phones.
 */
const unknownCommands =
  'ensuremath joinrel slash noindent i j textsl textsuperscript textsubscript intertext shortintertext lBrack rBrack mathds ' +
  'mathbbm mathbbmss mathbbmtt mathbbold toprule midrule bottomrule adots udots cents unitfrac arcsec arccsc arccot sech ' +
  'csch asin acos atan nicefrac sfrac xfrac require textsc textmd emph llbracket rrbracket providecommand qty quantity ' +
  'absolutevalue abs norm evaluated eval order differential dd derivative dv partialderivative pdv functionalderivative ' +
  'fdv expectationvalue expval ev outerproduct dyad op vectorbold vb vectorarrow va vectorunit vu matrixquantity mqty ' +
  'pmqty bmqty vmqty smqty flatfrac num ang si unit SI numrange SIrange qtyrange numlist numproduct SIlist qtylist';

/** Commands that define others. In Anki, a definition would also apply to all cards shown later. */
const definitionCommands =
  'newcommand renewcommand def gdef edef xdef let DeclareMathOperator DeclarePairedDelimiter';

const keptAsMathml = new RegExp(
  String.raw`\\(?:${`${unknownCommands} ${definitionCommands}`.replaceAll(' ', '|')})(?![A-Za-z])`,
);

/**
 * Converts the HTML of a card to the field of a note in Anki, on one line. Formulas are between `\(` and `\)`
 * or `\[` and `\]`, which Anki's MathJax renders. Emphasis is `i` and `b`, and code is `code` and `pre`,
 * without the label of its language. Text that Anki would read as a formula, a cloze deletion, a sound or
 * another command is escaped.
 *
 * @param html serialized by `lib/answer/html/to-html` from a sanitized tree
 * @param siteUrl the public address of the site without a slash at its end, the base of links within the site
 */
export function ankiHtml(html: string, siteUrl: string): string {
  const tagPattern = new RegExp(tag);
  let field = '';
  let from = 0;
  let codeDepth = 0;
  for (let match = tagPattern.exec(html); match; match = tagPattern.exec(html)) {
    const [, end, name = '', attributes = ''] = match;
    field += escapeText(html.slice(from, match.index), codeDepth > 0);
    const tex = / data-tex="([^"]*)"/.exec(attributes)?.[1];
    if (tex !== undefined || (name === 'figcaption' && end === '')) {
      const close = `</${name}>`;
      const closeAt = html.indexOf(close, tagPattern.lastIndex);
      const inner = html.slice(tagPattern.lastIndex, closeAt);
      tagPattern.lastIndex = closeAt + close.length;
      if (tex !== undefined) field += formula(tex, name === 'math' ? `<math>${inner}</math>` : inner);
    } else {
      if (name === 'code' || name === 'pre') codeDepth += end === '' ? 1 : -1;
      if (!unwrapped.has(name))
        field += `<${end ?? ''}${ankiTagNames.get(name) ?? name}${keepAttributes(attributes, siteUrl)}>`;
    }
    from = tagPattern.lastIndex;
  }
  return onOneLine(field + escapeText(html.slice(from), false));
}

/** @param tex the source text of an attribute value */
function formula(tex: string, mathml: string): string {
  if (keptAsMathml.test(tex)) return mathml.replace(/ (?:data-[a-z]+|class)="[^"]*"/g, '');
  const [open, close] = mathml.startsWith('<math>') ? ['\\(', '\\)'] : ['\\[', '\\]'];
  // The last line of a formula may contain a punctuation mark of the sentence.
  const [, punctuation = ''] = /<mtext data-sign="">(.*?)<\/mtext>/.exec(mathml) ?? [];
  return open + escapeAnkiSyntax(tex.replaceAll('<', '&lt;')) + close + escapeText(punctuation, false);
}

function keepAttributes(attributes: string, siteUrl: string): string {
  return attributes.replace(attribute, (found, name: string, value?: string) => {
    if (!kept.has(name)) return '';
    const isAddress = (name === 'href' || name === 'src') && value?.startsWith('/');
    return escapeAnkiSyntax(isAddress ? ` ${name}="${siteUrl}${value}"` : found);
  });
}

/**
 * Text without active characters. MathJax searches the parsed text for delimiters, so a character reference
 * does not hide them, but an empty element between the two characters does. MathJax does not search code.
 */
function escapeText(html: string, isCode: boolean): string {
  const escaped = escapeAnkiSyntax(html);
  return isCode
    ? escaped.replaceAll('\\', '&#92;')
    : escaped.replace(/\\(?=([()]|&#9[13];))/g, '&#92;<span></span>').replaceAll('\\', '&#92;');
}

/**
 * In Anki, `[sound:`, `[latex]`, `[[type:` and `[anki:` are active anywhere in a field, and `{{c1::` in cloze
 * notes.
 */
function escapeAnkiSyntax(html: string): string {
  return html
    .replaceAll('[', '&#91;')
    .replaceAll(']', '&#93;')
    .replace(/\{(?=\{)/g, '&#123;');
}

function onOneLine(html: string): string {
  return html.replace(/\r\n|\r|\n/g, '&#10;').replaceAll('\t', '&#9;');
}
