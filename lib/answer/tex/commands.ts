import temml from 'temml';

import { classMacros } from './classes';
import { definitionMacros } from './definitions';
import { environmentMacros } from './environments';
import { macros } from './macros';
import { mendPhi } from './mend-phi';
import { physicsMacros } from './physics';
import { referenceMacros } from './references';
import { siunitxMacros } from './siunitx';
import { textMacros } from './text-mode';

/** Every command that is ours, and not Temml's, by its name with the backslash. */
const commands = new Map([
  ...macros,
  ...textMacros,
  ...classMacros,
  ...definitionMacros,
  ...environmentMacros,
  ...referenceMacros,
  ...physicsMacros,
  ...siunitxMacros,
]);

for (const [name, macro] of commands) temml.__defineMacro(name, macro);

/** How many macros are expanded in one formula, at most: each space takes three, each text and environment one. */
const mostExpansions = 800;

/**
 * The tree that Temml builds of TeX, with our commands known.
 *
 * @throws Error, or an array of strings, where the TeX has a fault
 */
export function buildTree(tex: string, display: boolean): unknown {
  const tree: unknown = temml.__renderToMathMLTree(tex, {
    displayMode: display,
    throwOnError: true,
    maxExpand: mostExpansions,
    wrap: display ? 'none' : 'tex',
  });
  mendPhi(tree, tex);
  return tree;
}
