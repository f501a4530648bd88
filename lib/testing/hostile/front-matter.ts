import { family, type HostileFile } from './hostile-file';

/** Front matter that other programs would execute, or that expands to a very large value. */
export function frontMatterFiles(canary: string): HostileFile[] {
  return [
    ...family('code', 10_000, 'refused', [
      ...languages.map((opening) => (id: number) => program(opening, id, canary)),
      ...foreign.map((text) => () => text.replaceAll('CANARY', canary)),
    ]),
    ...family('alias', 11_000, 'refused', aliases.map(keys)),
    ...family('prototype', 12_000, 'refused', prototypes.map(keys)),
    ...family('prototype-in-seo', 12_200, 'refused', [
      { seo: '  __proto__: { polluted: yes }\n' },
      { seo: '  "\\u005f_proto__": { polluted: yes }\n' },
      { seo: '  constructor: { prototype: { polluted: yes } }\n' },
    ]),
    ...family('prototype-name', 12_500, 'built', prototypeNames),
    ...family(
      'tag',
      13_000,
      'refused',
      tags.map((tag) => keys(tag.replaceAll('CANARY', canary))),
    ),
    ...family('nesting', 14_000, 'refused', nestings.map(keys)),
    ...family('shape', 15_000, 'refused', shapes),
    ...family('text', 16_000, 'refused', hiddenTexts),
    ...family('long-text', 16_500, 'refused', longTexts),
    ...family('formula-in-title', 16_700, 'either', formulaTitles),
  ];
}

function keys(lines: string) {
  return { keys: `${lines}\n` };
}

const languages = [
  '---js',
  '---javascript',
  '--- js',
  '---\tjs',
  '---JS',
  '---JavaScript',
  '---js ',
  '---\u00A0js',
  '---node',
  '---ts',
  '---json',
  '---json5',
  '---coffee',
  '---coffeescript',
  '---cson',
  '---toml',
  '---yaml',
  '---eval',
  '---function',
  '---__proto__',
  '---constructor',
  '---php',
  '---python',
  '---ruby',
  '---sh',
];

function program(opening: string, id: number, canary: string): string {
  const write = `require('node:fs').writeFileSync(${JSON.stringify(canary)}, 'ran')`;
  return `${opening}\n{ id: (globalThis.canary = ${id}, ${write}), title: process.exit(3) }\n---\nAn answer.\n`;
}

const foreign = [
  ";;;js\nrequire('fs').writeFileSync('CANARY', '')\n;;;\n",
  "+++\ntitle = '''x'''\n+++\n",
  "<?php file_put_contents('CANARY', ''); ?>\n",
  "<% require('fs').writeFileSync('CANARY', '') %>\n---\nid: 1\n---\n",
  '#!/bin/sh\ntouch CANARY\n',
  "{{ require('fs').writeFileSync('CANARY', '') }}\n",
  "---\n--- js\nrequire('fs').writeFileSync('CANARY', '')\n---\n",
  "export const x = require('fs').writeFileSync('CANARY', '')\n",
];

const laughs = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const above = 'abcdefgh'.charAt(index);
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${above}`).join(', ')}]`;
  }),
];

const aliases = [
  laughs.join('\n'),
  `author: { ${laughs.join(', ')} }`,
  laughs.join('\n').replaceAll('[', '{').replaceAll(']', '}').replaceAll('x,', 'x: 1,'),
  'a: &a { b: 1 }\n<<: *a',
  'a: &a { b: 1 }\nc:\n  <<: [*a, *a, *a]',
  'a: &a [*a]',
  'a: &a { b: *a }',
  '*title : x',
  '&author author: x',
  'author: &a x\nquestion: *a',
  'author: *nobody',
  `author: &a ${'x'.repeat(20_000)}\na: [${Array.from({ length: 5000 }, () => '*a').join(', ')}]`,
  `a: [${Array.from({ length: 5000 }, (_, index) => `&a${index} x`).join(', ')}]`,
  `a: [${Array.from({ length: 12_000 }, () => '*a').join(', ')}]`,
  'a: &__proto__ x\nb: *__proto__',
  'author: &a !!str x',
  'author: >-\n  x\nb: &b |\n  y\nc: *b',
  '? &k author\n: x',
  'author: &😀 x',
];

const prototypes = [
  '__proto__: { polluted: yes }',
  '__proto__: yes',
  '__proto__: [polluted]',
  '__proto__: null',
  '"__proto__": { polluted: yes }',
  "'__proto__':\n  polluted: yes",
  '? __proto__\n: { polluted: yes }',
  '"\\x5f\\x5fproto\\x5f\\x5f": { polluted: yes }',
  'constructor: { prototype: { polluted: yes } }',
  'prototype: { polluted: yes }',
  'toString: polluted',
  'valueOf: polluted',
  'hasOwnProperty: polluted',
  '__defineGetter__: polluted',
  '__lookupSetter__: polluted',
  'related_article1:\n  url: /learn/physics/questions/good-1\n  __proto__: { polluted: yes }',
  'related_article__proto__: { url: /learn/physics/questions/good-1 }',
  'sources:\n  - title: x\n    url: https://example.org\n    __proto__: { polluted: yes }',
  'sources:\n  __proto__: { length: 1 }',
  'author: { __proto__: { polluted: yes } }',
  '__proto__: { author: QuickTakes }\nauthor: x',
];

const prototypeNames = [
  { title: '__proto__', seo: '  page_keywords: __proto__, constructor, toString, hasOwnProperty\n' },
  { title: 'constructor', seo: '  page_keywords: __proto__, constructor, toString, hasOwnProperty\n' },
  { title: 'What does toString do?', seo: '  page_keywords: __proto__, constructor, toString\n' },
  { answer: '### __proto__\n\n### constructor\n\n### toString\n\n### __proto__' },
  { answer: 'x[^__proto__] y[^constructor]\n\n[^__proto__]: a\n\n[^constructor]: b' },
  { answer: '[__proto__] [x][constructor]\n\n[__proto__]: https://a.org\n\n[constructor]: https://b.org' },
  { answer: '```__proto__\nx\n```\n\n```constructor\nx\n```\n\n```toString\nx\n```' },
  { answer: String.raw`$\__proto__$ $\constructor$ $\toString$ $\begin{constructor}x\end{constructor}$` },
  { answer: String.raw`$\def\constructor{x}\constructor$ $\color{constructor}{x}$ $1\constructor$` },
];

const tags = [
  'author: !!js/function "function () { globalThis.canary = 1 }"',
  'author: !!js/regexp /(a+)+$/',
  'author: !!js/undefined ""',
  'author: !!js/eval "process.exit(3)"',
  'author: !!python/object/apply:os.system ["touch CANARY"]',
  'author: !!python/object/new:os.system ["touch CANARY"]',
  'author: !!python/name:os.system',
  'author: !!python/module:os',
  'author: !!java.net.URL [["http://example.org"]]',
  'author: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["http://e.org"]]]]',
  'author: !!ruby/object:Gem::Installer { i: x }',
  'author: !!perl/code "system 1"',
  'author: !!php/object "O:1"',
  'author: !ruby/hash:ActionController::Routing {}',
  'author: !include /etc/passwd',
  'author: !env HOME',
  'author: !<tag:yaml.org,2002:js/function> "x"',
  'author: !!binary aGk=',
  'author: !!set { a, b }',
  'author: !!omap [a: 1]',
  'author: !!timestamp 2025-01-01',
  'author: !!str x',
  'author: !local x',
  'author: !e!x y',
  '!!str author: x',
  'seo: !!map {}',
  `author: ${'!'.repeat(20_000)} x`,
  `question: "${'!'.repeat(40_000)}"\nauthor: !x y`,
  '%YAML 1.1\nauthor: yes',
  '%TAG ! tag:example.org,2025:\nauthor: !x y',
];

const nestings = [
  `author: ${'['.repeat(20_000)}`,
  `author: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `author: ${'{a: '.repeat(10_000)}`,
  `author: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`,
  `author: ${'{'.repeat(20_000)}`,
  `author: ${'[{a: '.repeat(5000)}`,
  `author:\n  ${'- '.repeat(20_000)}x`,
  `author:\n${'? '.repeat(20_000)}x`,
  `author:\n  ${'- ? '.repeat(10_000)}x`,
  Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
  Array.from({ length: 300 }, (_, level) => `${' '.repeat(2 * level)}-`).join('\n'),
  'author: { a: { b: { c: { d: { e: { f: 1 } } } } } }',
  `author: ${'[],'.repeat(20_000)}`,
  `author: [${'[],'.repeat(15_000)}]`,
];

const shapes = [
  { keys: Array.from({ length: 5000 }, (_, index) => `k${index}: 1\n`).join('') },
  { keys: 'a: 1\n'.repeat(10_000) },
  { keys: `author: {${'a, '.repeat(15_000)}}\n` },
  { keys: '? [a, b]\n: c\n' },
  { keys: '? { a: b }\n: c\n' },
  { keys: 'null: x\n' },
  { keys: '~: x\n' },
  { keys: '1: x\n' },
  { keys: '"": x\n' },
  { keys: '? \n: x\n' },
  { keys: '- x\n' },
  { keys: '"author\n' },
  { keys: "'author\n" },
  { keys: '"x\n'.repeat(10_000) },
  { keys: '@ x\n'.repeat(10_000) },
  { keys: ': '.repeat(20_000) + '\n' },
  { keys: ': x\n'.repeat(10_000) },
  { keys: '\tauthor: x\n' },
  { keys: 'author: |9\n x\n' },
  { keys: '<<: { author: x }\n' },
  { keys: 'author: [x\n' },
  { keys: '...\nid: 7\n' },
  { date: '!!js/function x' },
  { date: '2025-02-30' },
  { date: '.nan' },
  { keys: 'score: .inf\n' },
  { keys: 'score: 1e999\n' },
  { keys: 'score: { valueOf: 1 }\n' },
  { keys: `score: ${'9'.repeat(400)}\n` },
  { keys: 'id: 5\n' },
  { keys: 'file_name: ../../../etc/passwd\n' },
  { keys: 'url: /learn/physics/questions/../../../etc/passwd\n' },
  { keys: 'url: javascript:alert(1)\n' },
  { keys: 'related_article1: { url: "javascript:alert(1)" }\n' },
  { keys: 'related_article1: { url: "//example.org/learn/physics/questions/x" }\n' },
  { keys: 'sources: [{ title: x, url: "javascript:alert(1)" }]\n' },
  { keys: 'sources: [{ title: x, url: "data:text/html,<script>alert(1)</script>" }]\n' },
  { keys: 'sources: [{ title: x, url: "java\\tscript:alert(1)" }]\n' },
  { keys: 'sources: [{ title: x, url: "//example.org" }]\n' },
  { keys: 'sources: [{ title: x, url: "https:" }]\n' },
  (id: number) => `---\nid: ${id}\n---`,
  (id: number) => `---\nid: ${id}\ntitle: x`,
  () => '---\n---\n',
  () => '---',
  () => '',
  () => '\n'.repeat(60_000),
  () => '---\n'.repeat(15_000),
];

/** Invisible characters as escapes, so that this file does not contain them. */
const hiddenTexts = [
  ...[
    '\\0',
    '\\a',
    '\\b',
    '\\e[2J\\e[31m',
    '\\x7f',
    '\\x9b31m',
    '\\u202e',
    '\\u2066',
    '\\u0000',
    '\\ud800',
    '\\udfff\\ud800',
    '\\ufdd0\\ufdd1\\ufdd2',
    '\\uffff',
  ].flatMap((escape) => [
    { title: `"Why ${escape} now?"` },
    { keys: `author: "Jo ${escape}"\n` },
    { seo: `  page_keywords: "sky, ${escape}"\n` },
  ]),
  { keys: 'date_format: "\\u202e YYYY"\n' },
  { keys: 'post_on_text: "\\u202e"\n' },
  { keys: 'short_answer: "Blue\\u202e."\n' },
  { keys: '"auth\\u202eor": x\n' },
];

const formulaTitles = [
  { title: `'Why is $${'x^{'.repeat(40)}x${'}'.repeat(40)}$ so?'` },
  { title: String.raw`'Why is $\def\a#1{${'#1'.repeat(40)}}\a{\a{\a{x}}}$ so?'` },
];

const longTexts = [
  { title: 'Why? '.repeat(2000) },
  { subject: 'x'.repeat(300) },
  { keys: `author: ${'x'.repeat(50_000)}\n` },
  { keys: `question: ${'x'.repeat(50_000)}\n` },
  { keys: `date_format: ${'Y'.repeat(50_000)}\n` },
  { keys: `post_on_text: ${'x '.repeat(20_000)}\n` },
  { keys: `short_answer: ${'x'.repeat(301)}\n` },
  { seo: `  title: ${'x'.repeat(50_000)}\n` },
  { seo: `  page_keywords: ${'a, '.repeat(20_000)}b\n` },
  { seo: `  page_keywords: ${Array.from({ length: 5000 }, (_, index) => `k${index}`).join()}\n` },
  { seo: `  page_keywords: ${'x'.repeat(50_000)}\n` },
];
