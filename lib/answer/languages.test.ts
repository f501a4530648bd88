import { createLowlight, all } from 'lowlight';
import { describe, expect, test } from 'vitest';

import { highlight, isHighlighted } from './languages';
import { showAnswer } from './show-answer';

const every = createLowlight(all);

// This test must run first, while only common languages are registered.
test.each([
  ['html', '<script type="text/x-handlebars">{{#if a}}b{{/if}}</script><style>a { b: c }</style>'],
  ['perl', 'print 1;\n__DATA__\n@@ a.html.ep\n% if (1) { <b><%= $c %></b>\n'],
  ['js', 'const a = graphql`query { b }`;'],
  ['php', '<p><?php echo "a"; ?></p>'],
  ['md', '# a\n\n<b>c</b>'],
])('code in %s looks as it does among all languages', (language, code) => {
  expect(isHighlighted(language)).toBe(true);
  expect(highlight(language, code)).toEqual(every.highlight(language, code));
});

describe('different names of a language', () => {
  const names = [
    'py',
    'rs',
    'c++',
    'h',
    'ml',
    'tex',
    'nohighlight',
    'm',
    'zsh',
    'golang',
    'jl',
    'mma',
    'zig',
  ];
  test.each(names)('%s', (name) => {
    const isKnown = isHighlighted(name);
    expect(isKnown).toBe(every.registered(name));
    if (isKnown) expect(highlight(name, 'if a = 1 # b')).toEqual(every.highlight(name, 'if a = 1 # b'));
  });
});

test.each([
  ['c++', 'cpp', 'C++'],
  ['objective-c', 'objectivec', 'Objective-C'],
  ['assembly', 'x86asm', 'Assembly'],
  ['nasm', 'x86asm', 'NASM'],
  ['asm', 'x86asm', 'Assembly'],
  ['fish', 'bash', 'fish'],
  ['zsh', 'bash', 'Zsh'],
  ['jsonl', 'json', 'jsonl'],
  ['mysql', 'sql', 'mysql'],
  ['Objective-C', 'objectivec', 'Objective-C'],
])('%s is highlighted as %s', (name, grammar, label) => {
  const code = 'if x = "1"; mov eax, 1 // select';
  expect(highlight(name.toLowerCase(), code).children).toEqual(every.highlight(grammar, code).children);
  const { html, remarks } = showAnswer(`\`\`\`${name}\n${code}\n\`\`\``);
  expect(html).toContain(`<figcaption>${label}</figcaption>`);
  expect(remarks).toEqual([]);
});

test.each(['zig', 'csv', 'tsv', 'hcl', 'foo', 'mermaid', 'regex', 'solidity'])(
  'for %s no other name is suggested',
  (name) => {
    const { html, remarks } = showAnswer(`\`\`\`${name}\n<x>\n\`\`\``);
    expect(html).toContain('<code>&lt;x>\n</code>');
    expect(remarks).toMatchObject([{ code: 'code-language' }]);
    expect(remarks[0]?.message).not.toContain('Did you mean');
  },
);

test.each([
  ['pyhton', 'python'],
  ['javascrpt', 'javascript'],
  ['assembley', 'assembly'],
  ['haskel', 'haskell'],
  ['objectve-c', 'objective-c'],
])('for %s, %s is suggested', (name, meant) => {
  expect(showAnswer(`\`\`\`${name}\nx\n\`\`\``).remarks[0]?.message).toContain(`Did you mean "${meant}"?`);
});
