import { all, createLowlight } from 'lowlight';
import { describe, expect, test } from 'vitest';

import { highlighterOf, languageNames } from './languages';

/** Every language at once. */
const reference = createLowlight(all);

/** Code that has code of other languages in it, as pages, templates and scripts have. */
const code = [
  '<script>const a = `<p>${b}</p>`; {{#if c}}d{{/if}}</script><style>em { color: red }</style>',
  '<script id="t" type="text/x-handlebars">{{#each items}}<b>{{name}}</b>{{/each}}</script>',
  "use strict;\nmy $x = 1;\n__DATA__\n@@ index.html.ep\n% title 'x';\n<p><%= $y %></p>",
  '$ echo "a" | grep b\n>>> print(1)\n# x\n`y`\ncss`a { b: c }` html`<i>` gql`query { a }`',
  '<?php echo "x"; ?><b>y</b>\n---\na: [1, "2"]\nb: !ruby/regexp /x/',
];

test('names after a fence are those of all languages', () => {
  expect(languageNames().slice(6)).toEqual(reference.listLanguages());
});

describe.each(reference.listLanguages())('%s', (language) => {
  test('is highlighted as if every language were loaded', () => {
    for (const text of code) {
      expect(highlighterOf(language)?.highlight(language, text)).toEqual(reference.highlight(language, text));
    }
  });
});

test('aliases are those of all languages', async () => {
  const { default: hljs } = await import('highlight.js');
  const aliases = hljs.listLanguages().flatMap((name) => hljs.getLanguage(name)?.aliases ?? []);
  const [text = ''] = code;
  for (const alias of aliases.map((name) => name.toLowerCase())) {
    expect(highlighterOf(alias)?.highlight(alias, text)).toEqual(reference.highlight(alias, text));
  }
});

test.each(['', 'none', 'output', 'no-such-language'])('"%s" is not highlighted', (language) => {
  expect(highlighterOf(language)).toBe(undefined);
});
