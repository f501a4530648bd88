import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

import { buildTree } from './tex/commands';
import { toMathml } from './tex/mathml';

export type TexCommand = 'unknown' | 'relation' | 'other';

/** Earlier results, because testing a command takes as long as converting a formula. */
const asked = new Map<string, TexCommand>();
const mostAsked = 5000;

/**
 * The kind of a command in Temml: unknown, a relation such as `ne` or another operator between two terms, or
 * another command. A command whose arguments are missing is known.
 */
export function texCommand(name: string): TexCommand {
  const known = asked.get(name);
  if (known) return known;
  const answer = ask(name);
  if (asked.size >= mostAsked) asked.clear();
  asked.set(name, answer);
  return answer;
}

function ask(name: string): TexCommand {
  try {
    return toMathml(buildTree(`\\${name}`, false)).some(hasRelation) ? 'relation' : 'other';
  } catch (error) {
    // Any other message means that the command is known; most need arguments.
    const isUnknown = error instanceof Error && error.message.includes('Unsupported function name');
    return isUnknown ? 'unknown' : 'other';
  }
}

function hasRelation(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return node.tagName.startsWith('mo') ? !beforeTerm.test(toString(node)) : node.children.some(hasRelation);
}

/** Operators before one term, which may also be a term: `\nabla = \partial_x`. */
const beforeTerm = /^[∇¬]$/u;
