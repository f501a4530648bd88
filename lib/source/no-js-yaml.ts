// Stands for js-yaml in our compiled commands, see `lib/cache/code-inputs.mjs`: gray-matter has it as its own engine for
// YAML, and `front-matter.ts` gives it another.

/** @throws Error always */
export function safeLoad(): never {
  throw new Error('gray-matter was asked for its own engine for YAML, which our commands do not have.');
}

/** @throws Error always */
export const safeDump = safeLoad;
