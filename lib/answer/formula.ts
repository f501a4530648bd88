import type { ElementContent } from 'hast';
import temml from 'temml';

import { limits } from '@/lib/limits';
import { RecentlyUsed } from './recently-used';
import type { Remark } from './remark';
import { toMathml } from './tex/mathml';

/** Why a formula cannot be set, and where in its TeX, in UTF-16 units. */
export interface Fault {
  fault: string;
  offset: number;
}

/** A formula that is set, or why it cannot be. */
type Typeset = { mathml: readonly ElementContent[] } | Fault;

/**
 * Sets TeX as MathML, the way a textbook would. Never throws for what the TeX says. Equal formulas share one tree, so
 * it must not be changed.
 */
export function typeset(tex: string, display: boolean): Typeset {
  if (tex.length > limits.formulaLength) {
    return {
      fault: `The formula has ${tex.length} characters, at most ${limits.formulaLength} are allowed: divide it.`,
      offset: 0,
    };
  }
  return kept.get(`${display ? 'display' : 'inline'}:${tex}`, () => setAnew(tex, display));
}

/** The formulas that were set last: in an answer, and from answer to answer, the same ones come again. */
const kept = new RecentlyUsed<Typeset>(limits.keptFormulas);

/** The fault of a formula, if it has one. */
export function findFault(tex: string, display: boolean): Fault | undefined {
  const result = typeset(tex, display);
  return 'fault' in result ? result : undefined;
}

function setAnew(tex: string, display: boolean): Typeset {
  try {
    // TeX takes a blank line for the end of the formula.
    const oneBlock = tex.replace(/\n\s*\n/g, (gap) => ' '.repeat(gap.length - 1) + '\n');
    const tree: unknown = temml.__renderToMathMLTree(oneBlock, {
      displayMode: display,
      throwOnError: true,
      maxExpand: 500,
      wrap: display ? 'none' : 'tex',
    });
    return { mathml: toMathml(tree) };
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
  // Its part for chemistry throws arrays of a code and a message, which asks to report a fault of the library.
  if (Array.isArray(error))
    return { fault: 'The formula cannot be set: what stands in \\ce or \\pu is not understood.', offset: 0 };
  if (!(error instanceof Error)) throw error;
  const { position } = error as { position?: number };
  // The library's message goes on with an excerpt in which the place is underlined.
  const reason = error.message.replace(/ at (?:position \d+|end of input): [^]*$/, '').trim();
  return { fault: `The formula cannot be set: ${reason}.`, offset: Math.max(0, position ?? 0) };
}
