import { expect, test } from 'vitest';

import { neededStyles } from './needed-styles';
import { divideSheet } from './divide-sheet';

/** The rules of a sheet that a page needs. */
function needed(css: string, html: string, scriptNames: readonly string[] = []): string {
  return neededStyles(divideSheet(css, new Set(scriptNames)), html);
}

test.each([
  ['an element', 'table{color:red}'],
  ['an element of MathML or SVG', 'munder{color:red}', 'linearGradient{color:red}'],
  ['a class', '.a{color:red}', '.a.b{color:red}'],
  ['a class with signs in it', '.sm\\:a{color:red}', '.\\[\\&\\>b\\]{color:red}'],
  ['an id', '#menu{color:red}'],
  ['elements around it', '.a table{color:red}', '.a>table+p{color:red}', 'p~p{color:red}'],
  ['one of several', '.a :is(h2,table){color:red}', ':where(h2,.a){color:red}', ':is(h2,p .b){color:red}'],
  ['what is in it', 'p:has(> .b){color:red}', 'p:has(:checked){color:red}'],
  ['a state', '.a:hover{color:red}', '.a:not(.absent){color:red}', 'p:nth-child(2 of .absent){color:red}'],
  ['an attribute', '[data-x="1"]{color:red}', '.a[hidden]{color:red}'],
  ['a part of an element', '.a::before{color:red}', '::selection{color:red}', '*{color:red}'],
  ['no element', '@font-palette-values --x{font-family:X}', '@view-transition{navigation:auto}'],
])('a rule for %s that is on the page is kept', (_, ...sheets) => {
  const html =
    '<nav id="menu"></nav><p class="a b sm:a [&amp;&gt;b]"></p><table></table><munder></munder><linearGradient/>';
  for (const css of sheets) expect(needed(css, html)).toBe(css);
});

test.each([
  'table{color:red}',
  '.a{color:red}',
  '#menu{color:red}',
  'p .a{color:red}',
  '.b.a{color:red}',
  'p:is(.a,table){color:red}',
  ':where(.a){color:red}',
  'p:has(.a){color:red}',
  '.a::before{color:red}',
  '@media print{.a{color:red}@supports (display:grid){table{color:red}}}',
])('a rule that cannot match on the page is left out: %s', (css) => {
  expect(needed(css, '<p class="b" title="a">a table</p>')).toBe('');
});

test('only selectors that can match are kept', () => {
  expect(needed('p,.a,td b{color:red;margin:0}', '<p><b>')).toBe('p{color:red;margin:0}');
});

test('rules stay in their order, within the rules around them', () => {
  const css = '@layer base{p{color:red}.a{color:blue}}@media print{p{color:black}}.a{margin:0}';
  expect(needed(css, '<p>')).toBe('@layer base{p{color:red}}@media print{p{color:black}}');
});

test('layers keep the order of their first mention', () => {
  expect(needed('@layer low{.a{color:red}}@layer high{p{margin:0}}@layer low{p{margin:1px}}', '<p>')).toBe(
    '@layer low;@layer high{p{margin:0}}@layer low{p{margin:1px}}',
  );
});

test('rules within a rule stay as they are', () => {
  expect(needed('.a{color:red;.b &{color:blue}}', '<p>')).toBe('.a{color:red;.b &{color:blue}}');
});

test('a font is needed where a rule that is kept names it', () => {
  const css = '@font-face{font-family:"My Font";src:url(a.woff2)}math{font-family:My Font,serif}';
  expect(needed(css, '<p>')).toBe('');
  expect(needed(css, '<math>')).toBe(css);
});

test('a font in a layer is needed where a rule that is kept names it', () => {
  const font = '@font-face{font-family:X;src:url(x.woff2)}';
  const css = `@layer base{${font}math{font-family:X}}p{color:red}`;
  expect(needed(css, '<p>')).toBe('@layer base;p{color:red}');
  expect(needed(css, '<math>')).toBe(`${font}@layer base{math{font-family:X}}`);
});

test('a font with a condition stays where it is', () => {
  const css = '@supports (display:math){@font-face{font-family:X;src:url(x.woff2)}}math{font-family:X}';
  expect(needed(css, '<math>')).toBe(css);
});

test('names that scripts may add count as present', () => {
  const css = '.dialog>h2{color:red}.dialog .b{color:red}';
  expect(needed(css, '<p>', ['dialog', 'h2'])).toBe('.dialog>h2{color:red}');
});
