import type { ElementContent } from 'hast';

import { buildTree } from './tex/commands';
import { toMathml } from './tex/mathml';

export type TexCommand = 'unknown' | 'operator' | 'other';

/** Answers given before: to ask takes as long as to set a formula. */
const asked = new Map<string, TexCommand>();
const mostAsked = 5000;

/**
 * What the library that sets our formulas knows by a name: no command; a relation or other operator, such as `ne`; or
 * anything else. A command that only lacks its arguments is known.
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
    return toMathml(buildTree(`\\${name}`, false)).some(hasOperator) ? 'operator' : 'other';
  } catch (error) {
    // Whatever else it says, it knows the command: most need arguments.
    const isUnknown = error instanceof Error && error.message.includes('Unsupported function name');
    return isUnknown ? 'unknown' : 'other';
  }
}

function hasOperator(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName.startsWith('mo') || node.children.some(hasOperator));
}
