import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { afterAll, expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { AnswerRenderer } from './answers';

const tags = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//e.org/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img/src/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="//e.org/x.swf">',
  '<base href="//e.org/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="//e.org/x.css">',
  '<style>@import "//e.org/x.css"</style>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<body onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<sub onclick=alert(1)>x</sub>',
  '<sup><script>alert(1)</script></sup>',
  '<br onmouseover=alert(1)>',
  '<sub><img src=x onerror=alert(1)></sub>',
];

const protocols = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java&#10;script:alert(1)',
  '&#106;&#97;vascript:alert(1)',
  'javascript&colon;alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'file:///etc/passwd',
  'blob:https://e.org/1',
  '//e.org/x',
  '\\\\e.org\\x',
  'x"onmouseover="alert(1)',
  "x' onclick='alert(1)",
];
const links = protocols.flatMap((address) => [
  `[x](<${address}>)`,
  `![x](<${address}>)`,
  `[x][1]\n\n[1]: <${address}>`,
]);

const formulas = [
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{javascript:alert(1)}$',
  '$\\includegraphics{https://e.org/x.png}$',
  '$\\class{x" onclick="alert(1)}{x}$',
  '$\\style{background:url(//e.org)}{x}$',
  '$\\data{onclick=alert(1)}{x}$',
  '$\\htmlData{onclick=alert(1)}{x}$',
  '$\\text{<script>alert(1)</script>}$',
  '$\\color{red;background:url(//e.org)}{x}$',
  '$\\def\\a{\\a\\a}\\a$',
  '$\\newcommand{\\a}{\\a\\a}\\a$',
  '\\(<img src=x onerror=alert(1)>\\)',
  '$$\n</span><script>alert(1)</script>\n$$',
  '$' + '{'.repeat(1000) + '$',
];

const code = [
  '```html\n<script>alert(1)</script>\n```',
  '```"><script>alert(1)</script>\nx\n```',
  '```js onload=alert(1)\n</code></pre><script>alert(1)</script>\n```',
  '`</code><script>alert(1)</script>`',
];

const deep = [
  '> '.repeat(5000),
  '- '.repeat(5000) + 'a',
  '1. '.repeat(5000) + 'a',
  Array.from({ length: 200 }, (_, level) => `${' '.repeat(2 * level)}- a`).join('\n'),
  '!['.repeat(25_000),
  '[a]('.repeat(10_000),
  '*a **b '.repeat(9000),
  '_a __b '.repeat(9000),
  '<a '.repeat(20_000),
  '&#x'.repeat(20_000),
  '`a``b```c'.repeat(7000),
  '$x$ '.repeat(16_000),
  '$$'.repeat(30_000),
  '\\('.repeat(30_000),
  '|a'.repeat(30_000),
  '# a\n'.repeat(16_000),
  '<sup>'.repeat(13_000),
  'a@b.co '.repeat(9000),
  '[^1]'.repeat(15_000),
  '```\n'.repeat(16_000),
];

const answers = [...tags, ...links, ...formulas, ...code, ...deep];

const renderer = new AnswerRenderer();
afterAll(() => renderer.close());

test('there are more than a hundred of them', () => {
  expect(answers.length).toBeGreaterThan(100);
});

test('none runs, none leads astray, none takes long', async () => {
  for (const text of answers) {
    const started = performance.now();
    const { html } = await renderer.render({ form: 'markdown', text });
    // A thread that had to be stopped takes a moment to start again.
    expect(performance.now() - started, text.slice(0, 60)).toBeLessThan(limits.answerMilliseconds + 2000);
    expect(dangers(parseFragment(html)), text.slice(0, 60)).toEqual([]);
  }
}, 120_000);

type Node = DefaultTreeAdapterMap['node'];

const forbiddenElements = new Set(
  'script iframe object embed base meta link style form button svg video audio source template noscript'.split(
    ' ',
  ),
);
const goodAddress = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/;

function dangers(node: Node): string[] {
  const found: string[] = [];
  if ('tagName' in node) {
    if (forbiddenElements.has(node.tagName)) found.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (name.startsWith('on')) found.push(name);
      if (/href|src|action|data$/.test(name) && !goodAddress.test(value)) found.push(`${name}=${value}`);
      if (name === 'style' && /url|expression|import|javascript/i.test(value)) found.push(value);
    }
  }
  return 'childNodes' in node ? [...found, ...node.childNodes.flatMap(dangers)] : found;
}
