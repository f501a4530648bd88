import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The file URL of a module for a worker thread or process.
 *
 * @param commands the folder of compiled modules that contains it; by default that of this program if it is
 *   compiled, otherwise none, so that the source runs
 */
export function moduleAddress(module: string, commands = process.env.COMMANDS_FOLDER): string {
  const path =
    commands === undefined
      ? // A path instead of a module, because Next.js would bundle a module.
        join(/* turbopackIgnore: true */ process.cwd(), module)
      : join(commands, module.replace(/ts$/, 'mjs'));
  return pathToFileURL(path).href;
}
