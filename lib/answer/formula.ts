import type { ElementContent } from 'hast';

import { limits } from '@/lib/limits';
import { RecentlyUsed } from './recently-used';
import type { Remark } from './remark';
import { buildTree } from './tex/commands';
import { fitToPaper } from './tex/fit-paper';
import { mathmlSizeBound, toMathml } from './tex/mathml';
import { prepareTex, type Insertion } from './tex/prepare';

/** The reason why a formula cannot be converted, and the place in its TeX in UTF-16 units. */
interface Fault {
  fault: string;
  offset: number;
}

interface Typeset {
  readonly mathml: readonly ElementContent[];
}

/** A formula that can be set. Its MathML is made on the first request, because a check seldom needs it. */
class SetFormula implements Typeset {
  #tree: unknown;
  #mathml: readonly ElementContent[] | undefined;

  /** @param tree the result of {@link buildTree} */
  constructor(tree: unknown) {
    this.#tree = tree;
  }

  get mathml(): readonly ElementContent[] {
    this.#mathml ??= fitToPaper(toMathml(this.#tree));
    this.#tree = undefined;
    return this.#mathml;
  }
}

/** The MathML of a formula with the offsets of what it does not show, or a fault. */
export type Formula = (Typeset & { omissions: Omissions }) | Fault;

/** Offsets in the TeX of a formula. */
interface Omissions {
  /** Comments that leave out text. */
  comments: readonly number[];
  /** Links, which formulas do not have. */
  links: readonly number[];
}

/**
 * Converts TeX to MathML. Never throws because of the TeX. Equal formulas share one tree, which must not be
 * changed. References become links without an address, with the label in `dataReference`.
 *
 * @param insertions TeX to insert at offsets, in their order
 */
export function typeset(tex: string, display: boolean, insertions?: readonly Insertion[]): Formula {
  if (tex.length > limits.formulaLength) {
    return {
      fault: `The formula has ${tex.length} characters; at most ${limits.formulaLength} are allowed: split it.`,
      offset: 0,
    };
  }
  const prepared = prepareTex(tex, insertions);
  const key = `${display ? 'display' : 'inline'}:${prepared.tex}`;
  const result = kept.get(key, () => setAnew(prepared.tex, display));
  if ('fault' in result) return { ...result, offset: prepared.typedOffset(result.offset) };
  return {
    get mathml() {
      return result.mathml;
    },
    omissions: { comments: prepared.comments, links: linksIn(tex) },
  };
}

function linksIn(tex: string): number[] {
  if (!tex.includes('\\href')) return [];
  return Array.from(tex.matchAll(/(?<=(?<!\\)(?:\\\\)*)\\href(?![A-Za-z])/g), ({ index }) => index);
}

/** The most recently converted formulas, because formulas recur within an answer and between answers. */
const kept = new RecentlyUsed<Typeset | Fault>(limits.keptFormulas);

function setAnew(tex: string, display: boolean): Typeset | Fault {
  try {
    const tree = buildTree(tex, display);
    const mayBeTooLarge = mathmlSizeBound(tree) > limits.formulaNodes;
    return mayBeTooLarge && countNodes(toMathml(tree)) > limits.formulaNodes
      ? tooLarge
      : new SetFormula(tree);
  } catch (error) {
    // Any exception of the library concerns this formula, even if it is a fault of the library.
    return explain(error);
  }
}

const tooLarge: Fault = {
  fault: `The formula becomes more than ${limits.formulaNodes.toLocaleString('en')} elements: shorten the definitions that repeat text.`,
  offset: 0,
};

function countNodes(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => sum + 1 + (node.type === 'element' ? countNodes(node.children) : 0), 0);
}

/** The remarks about a formula whose TeX starts at an offset. */
export function formulaRemarks(formula: Formula, start: number): Remark[] {
  if ('fault' in formula)
    return [warning(start + formula.offset, `${formula.fault} Its source is shown instead.`)];
  const { comments, links } = formula.omissions;
  const messages = [
    ...comments.map((at) => [at, commentMessage] as const),
    ...links.map((at) => [at, linkMessage] as const),
  ];
  return messages.map(([at, message]) => warning(start + at, message));
}

const commentMessage =
  'The text after "%" on this line is a comment in TeX, which is not shown: write "\\%" for a percent sign, or delete the comment.';
const linkMessage =
  'The text of \\href is shown without its link: make the whole formula a link, as in [$x$](https://example.org), or use \\url to show the address.';

function warning(offset: number, message: string): Remark {
  return { offset, severity: 'warning', code: 'formula', message };
}

function explain(error: unknown): Fault {
  // The chemistry part of the library throws arrays of a code and a message that asks users to report a
  // fault.
  if (Array.isArray(error))
    return {
      fault: 'The formula cannot be converted: the argument of \\ce or \\pu is not valid.',
      offset: 0,
    };
  if (!(error instanceof Error)) throw error;
  // Errors of another class are faults of the library, caused by TeX that it did not expect.
  if (error.name !== 'ParseError')
    return {
      fault: 'The formula cannot be converted: a part of it, such as an index or a power, is incomplete.',
      offset: 0,
    };
  const { position } = error as { position?: number };
  // The library's message continues with an excerpt in which the place is underlined.
  const reason = error.message.replace(/ at (?:position \d+|end of input): [^]*$/, '').trim();
  return { fault: `The formula cannot be converted: ${reason}.`, offset: Math.max(0, position ?? 0) };
}
