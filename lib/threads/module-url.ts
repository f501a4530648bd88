import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The file URL of a module for a worker thread or process.
 *
 * @param compiledFolder the folder of compiled modules that contains it; by default that of this program if it is
 *   compiled, otherwise none, so that the source runs
 */
export function moduleUrl(module: string, compiledFolder = process.env.COMMANDS_FOLDER): string {
  const path =
    compiledFolder === undefined
      ? // A path instead of a module, because Next.js would bundle a module.
        join(/* turbopackIgnore: true */ process.cwd(), module)
      : join(compiledFolder, module.replace(/ts$/, 'mjs'));
  return pathToFileURL(path).href;
}
