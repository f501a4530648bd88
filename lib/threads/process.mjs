// What each process of a pool runs; plain JavaScript, since a process starts without the TypeScript loader of the program
// that started it. It ends when the program that started it does, and the channel between them closes.
import * as modules from 'node:module';
import process from 'node:process';

const [module = ''] = process.argv.slice(2);

/** @param {import('./pool').Reply<unknown>} reply */
function tell(reply) {
  process.send?.(reply);
}

try {
  if (module.endsWith('.ts')) {
    const { register } = await import('tsx/esm/api');
    register();
  }
  /** @type {unknown} */
  const loaded = await import(module);
  const { default: work } = /** @type {{ default: (request: unknown) => unknown }} */ (loaded);
  process.on('message', (request) => void answer(work, request));
  tell({ result: 'ready' });
  // Otherwise this is kept when a process ends, and this one is killed.
  if ('flushCompileCache' in modules) /** @type {() => void} */ (modules.flushCompileCache)();
} catch (error) {
  tell({ fault: String(error) });
}

/**
 * What the module throws is told as text: not every error survives the way.
 *
 * @param {(request: unknown) => unknown} work
 * @param {unknown} request
 */
async function answer(work, request) {
  try {
    tell({ result: await work(request) });
  } catch (error) {
    tell({ fault: String(error) });
  }
}
