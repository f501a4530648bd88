import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import temml from 'temml';

import { limits } from '@/lib/limits';

/** A formula as MathML, or why there is none and where in its TeX, in UTF-16 units. */
export type Typeset = { mathml: ElementContent[] } | { fault: string; offset: number };

/** Sets TeX as MathML, the way a textbook would. Never throws for what the TeX says. */
export function typeset(tex: string, display: boolean): Typeset {
  if (tex.length > limits.formulaLength) {
    return {
      fault: `The formula has ${tex.length} characters, at most ${limits.formulaLength} are allowed: divide it.`,
      offset: 0,
    };
  }
  try {
    // TeX takes a blank line for the end of the formula.
    const oneBlock = tex.replace(/\n\s*\n/g, (gap) => ' '.repeat(gap.length - 1) + '\n');
    const html = temml.renderToString(oneBlock, {
      displayMode: display,
      throwOnError: true,
      maxExpand: 500,
      wrap: display ? 'none' : 'tex',
    });
    const { children } = sanitize(fromHtml(html, { fragment: true }), mathmlSchema) as {
      children: ElementContent[];
    };
    return { mathml: children };
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): { fault: string; offset: number } {
  if (!(error instanceof Error)) throw error;
  const { position } = error as { position?: number };
  // The library's message goes on with an excerpt in which the place is underlined.
  const reason = error.message.replace(/ at (?:position \d+|end of input): [^]*$/, '').trim();
  return { fault: `The formula cannot be set: ${reason}.`, offset: Math.max(0, position ?? 0) };
}

const elements =
  'annotation math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
  'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics';

const attributes =
  'accent accentunder className columnalign columnlines columnspacing columnspan depth display displaystyle encoding ' +
  'fence form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize ' +
  'movablelimits notation rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy style symmetric ' +
  'voffset width';

/** MathML that only presents; what a formula says cannot become a link, a script or a request. */
const mathmlSchema: Schema = {
  tagNames: elements.split(' '),
  attributes: { '*': attributes.split(' ') },
};
