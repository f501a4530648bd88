import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The address of a module that runs outside of this program.
 *
 * @param commands the folder of compiled modules that has it; where this program is compiled, too, it is in the same folder
 *   unless told otherwise, and where it is not, its source runs
 */
export function moduleAddress(module: string, commands = process.env.COMMANDS_FOLDER): string {
  const path =
    commands === undefined
      ? // A path instead of a module, because Next.js would bundle a module.
        join(/* turbopackIgnore: true */ process.cwd(), module)
      : join(commands, module.replace(/ts$/, 'mjs'));
  return pathToFileURL(path).href;
}
