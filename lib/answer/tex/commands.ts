import temml from 'temml';

import { classMacros } from './classes';
import { definitionMacros } from './definitions';
import { environmentMacros } from './environments';
import { macros } from './macros';
import { fixPhi } from './fix-phi';
import { physicsMacros } from './physics';
import { referenceMacros } from './references';
import { siunitxMacros } from './siunitx';
import { textMacros } from './text-mode';

/** Every command that this project adds to Temml, by its name with the backslash. */
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

/** Maximum number of macro expansions in one formula: a space takes three, a text or environment one. */
const mostExpansions = 800;

/**
 * Parses TeX to Temml's tree, including added commands.
 *
 * @throws Error or an array of strings if the TeX has a fault
 */
export function buildTree(tex: string, display: boolean): unknown {
  const tree: unknown = temml.__renderToMathMLTree(tex, {
    displayMode: display,
    throwOnError: true,
    maxExpand: mostExpansions,
    wrap: display ? 'none' : 'tex',
  });
  fixPhi(tree, tex);
  return tree;
}
