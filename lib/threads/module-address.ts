import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of a module that runs outside of this program: compiled where this one is compiled too, otherwise its source. */
export function moduleAddress(module: string): string {
  const commands = process.env.COMMANDS_FOLDER;
  const path =
    commands === undefined
      ? // A path, not a module: Next.js would bundle it, and it runs outside.
        join(/* turbopackIgnore: true */ process.cwd(), module)
      : join(commands, module.replace(/ts$/, 'mjs'));
  return pathToFileURL(path).href;
}
