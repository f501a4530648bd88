// Replaces js-yaml in the compiled commands, see `lib/cache/code-inputs.mjs`. gray-matter imports js-yaml as
// its YAML engine, but `front-matter.ts` passes it another engine.

/** @throws Error always */
export function safeLoad(): never {
  throw new Error('gray-matter called its own YAML engine, which the compiled commands do not contain.');
}

/** @throws Error always */
export const safeDump = safeLoad;
