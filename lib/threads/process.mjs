// Runs in each process of a pool. Plain JavaScript, because the process starts without a TypeScript loader.
// It ends when the parent ends and the channel closes.
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
  process.on('message', (request) => void handle(work, request));
  tell({ result: 'ready' });
  // Node.js writes the compile cache when a process exits, but this one is killed.
  if ('flushCompileCache' in modules) /** @type {() => void} */ (modules.flushCompileCache)();
} catch (error) {
  tell({ fault: String(error) });
}

/**
 * Exceptions are sent as text, because not every error can be serialized.
 *
 * @param {(request: unknown) => unknown} work
 * @param {unknown} request
 */
async function handle(work, request) {
  try {
    tell({ result: await work(request) });
  } catch (error) {
    tell({ fault: String(error) });
  }
}
