import { createRequire } from 'node:module';

import handlebars from 'highlight.js/lib/languages/handlebars';
import mojolicious from 'highlight.js/lib/languages/mojolicious';
import { common, createLowlight } from 'lowlight';

type Highlighter = ReturnType<typeof createLowlight>;

/** A fifth of all languages, in which most code is written, and two that may stand in code of these. */
const usual: Highlighter = createLowlight({ ...common, handlebars, mojolicious });

let all: Highlighter | undefined;

/** Highlights code of every language we know. To load them takes longer than to render an answer, and most need only {@link usual}. */
function allLanguages(): Highlighter {
  if (all) return all;
  const load = createRequire(import.meta.url);
  const { listLanguages } = load('highlight.js') as { listLanguages: () => string[] };
  const others = listLanguages()
    .filter((name) => !(name in common))
    .sort()
    .map((name) => [name, load(`highlight.js/lib/languages/${name}`) as typeof mojolicious] as const);
  all = createLowlight({ ...common, ...Object.fromEntries(others) });
  return all;
}

/** Names that stand for text that is not highlighted. */
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'none']);

export function isPlain(language: string): boolean {
  return plain.has(language);
}

/** What highlights code of a language, by one of the language's names in small letters; undefined for one that we do not know. */
export function highlighterOf(language: string): Highlighter | undefined {
  if (usual.registered(language)) return usual;
  if (isPlain(language)) return undefined;
  return allLanguages().registered(language) ? allLanguages() : undefined;
}

/** Every name that may stand after a fence. */
export function languageNames(): string[] {
  return [...plain, ...allLanguages().listLanguages()].filter((name) => name !== '');
}
