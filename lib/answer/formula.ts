import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import temml from 'temml';

import { limits } from '@/lib/limits';
import type { Remark } from './remark';

/** Why a formula cannot be set, and where in its TeX, in UTF-16 units. */
export interface Fault {
  fault: string;
  offset: number;
}

/** Sets TeX as MathML, the way a textbook would. Never throws for what the TeX says. */
export function typeset(tex: string, display: boolean): { mathml: ElementContent[] } | Fault {
  const written = writeMathml(tex, display);
  if ('fault' in written) return written;
  const { children } = sanitize(fromHtml(written.html, { fragment: true }), mathmlSchema) as {
    children: ElementContent[];
  };
  return { mathml: children };
}

/** The fault of a formula, if it has one. */
export function findFault(tex: string, display: boolean): Fault | undefined {
  const written = writeMathml(tex, display);
  return 'fault' in written ? written : undefined;
}

function writeMathml(tex: string, display: boolean): { html: string } | Fault {
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
    return { html };
  } catch (error) {
    // Whatever the library throws is about this formula, also where it is a fault of the library.
    return explain(error);
  }
}

/** What is said of a formula that cannot be set, whose TeX starts at an offset. */
export function faultRemark({ fault, offset }: Fault, start: number): Remark {
  const message = `${fault} It is shown as its source.`;
  return { offset: start + offset, severity: 'warning', code: 'formula', message };
}

function explain(error: unknown): Fault {
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
