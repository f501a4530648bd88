import { createLowlight, all } from 'lowlight';
import { describe, expect, test } from 'vitest';

import { highlight, isHighlighted } from './languages';

const every = createLowlight(all);

// Before all languages are known.
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

describe('a name stands for the same language', () => {
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
    'vue',
  ];
  test.each(names)('%s', (name) => {
    const isKnown = isHighlighted(name);
    expect(isKnown).toBe(every.registered(name));
    if (isKnown) expect(highlight(name, 'if a = 1 # b')).toEqual(every.highlight(name, 'if a = 1 # b'));
  });
});
