import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { showAnswer } from '../show-answer';

const github = unified().use(remarkParse).use(remarkGfm, { singleTilde: true }).freeze();

/** The visible text of Markdown in another Markdown tool. */
function shownElsewhere(markdown: string): string {
  return toString(github.parse(markdown));
}

/**
 * Expects a remark with a fix. The fixed text has the same meaning in other Markdown tools, and gets no
 * remark.
 */
function expectFix(markdown: string, code: string, corrected: string) {
  const { remarks, fixed, text } = showAnswer(markdown);
  expect(remarks.length).toBeGreaterThan(0);
  for (const remark of remarks) expect(remark).toMatchObject({ code, severity: 'warning' });
  expect(fixed).toBe(corrected);
  expect(showAnswer(fixed).remarks).toEqual([]);
  const words = (shown: string) => shown.replace(/\s+/g, '');
  expect(words(shownElsewhere(fixed))).toBe(words(text));
}

describe('signs as typed', () => {
  test.each([
    ['Compute 2*3*4 = 24 and a*b*c', 'Compute 2\\*3\\*4 = 24 and a\\*b\\*c'],
    ['x**2 + y**2 = z**2', 'x\\*\\*2 + y\\*\\*2 = z**2'],
    ['F = (a*b)*(c*d)', 'F = (a\\*b)\\*(c*d)'],
    ['the color space L*a*b* of 1976', 'the color space L\\*a\\*b* of 1976'],
    ['5%*3*4 of it', '5%\\*3\\*4 of it'],
    ['2*3 and 4*5', '2\\*3 and 4\\*5'],
    ['f(x)*g*(y)', 'f(x)\\*g\\*(y)'],
    ['un*frigging*believable', 'un\\*frigging\\*believable'],
    ['2*3*-4', '2\\*3\\*-4'],
    ['COUNT(*) and SUM(*)', 'COUNT(\\*) and SUM(\\*)'],
    ['a comment /*x*/ in C', 'a comment /\\*x\\*/ in C'],
    ['- 2*3*4\n- a\n  b*c*d', '- 2\\*3\\*4\n- a\n  b\\*c\\*d'],
    ['**2*3*4**!', '**2\\*3\\*4**!'],
  ])('asterisks within words and numbers: %j', (markdown, corrected) => {
    expectFix(markdown, 'sign-as-typed', corrected);
    expect(showAnswer(markdown).html).not.toContain('<em>');
    const signs = (text: string) => text.split('*').length;
    expect(signs(showAnswer(markdown).text)).toBe(signs(markdown) - (markdown.startsWith('**') ? 4 : 0));
  });

  test.each([
    ['*em* and **bold**', '<em>em</em> and <strong>bold</strong>'],
    ['foo**bar** baz', 'foo<strong>bar</strong> baz'],
    ['**foo**bar', '<strong>foo</strong>bar'],
    ['这是**重点**内容', '这是<strong>重点</strong>内容'],
    ['これは**重要**です', 'これは<strong>重要</strong>です'],
    ['이것은**중요**합니다', '이것은<strong>중요</strong>합니다'],
    ['*a*b*', '<em>a</em>b*'],
    ['_a_ and __b c__', '<em>a</em> and <strong>b c</strong>'],
    ['***both***', '<em><strong>both</strong></em>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
  ])('emphasis stays emphasis: %j', (markdown, html) => {
    expect(showAnswer(markdown)).toMatchObject({ html: `<p>${html}</p>`, remarks: [] });
  });

  test.each([
    ['the method __init__ is', 'the method `__init__` is'],
    ['if __name__ == "__main__":', 'if `__name__` == "`__main__`":'],
    ['see __init__.py there', 'see `__init__.py` there'],
    ['call self.__dict__.items() now', 'call `self.__dict__.items()` now'],
    ['the macro __FILE__, __LINE__', 'the macro `__FILE__`, `__LINE__`'],
    ['__class_getitem__ too', '`__class_getitem__` too'],
    ['(__proto__)', '(`__proto__`)'],
    ['__custom__() is called', '`__custom__()` is called'],
    ['**the __len__ of it**', '**the `__len__` of it**'],
  ])('names of programs: %j', (markdown, corrected) => {
    expectFix(markdown, 'sign-as-typed', corrected);
  });

  test.each(['__bold__', '__Note:__ text', '__two words__', '__wichtig__'])(
    'bold between underscores: %j',
    (markdown) => {
      const { html, remarks } = showAnswer(markdown);
      expect(html).toContain('<strong>');
      expect(remarks).toEqual([]);
    },
  );

  test.each([
    ['5~10 g to 15~20 g', '5\\~10 g to 15\\~20 g'],
    ['H~2~O', 'H\\~2\\~O'],
    ['from ~5 to 7~ or so', 'from \\~5 to 7\\~ or so'],
    ['| a |\n| - |\n| 1~2, 3~4 |', '| a |\n| - |\n| 1\\~2, 3\\~4 |'],
    ['- 1~2 and 3~4', '- 1\\~2 and 3\\~4'],
    ['~/a and ~/b~c', '~/a and \\~/b\\~c'],
  ])('single tildes: %j', (markdown, corrected) => {
    const { html, text } = showAnswer(markdown);
    expect(html).not.toContain('<del>');
    expect(text.split('~').length).toBe(markdown.split('~').length);
    expect(showAnswer(markdown).fixed).toBe(corrected);
  });

  test('two tildes strike out', () => {
    expect(showAnswer('~~gone~~ and a~~b~~c').html).toBe('<p><del>gone</del> and a<del>b</del>c</p>');
  });

  test('addresses and code keep their signs', () => {
    const { html, remarks } = showAnswer(
      'https://a.org/x*y*z~u~v and `a*b*c ~d~`\n\n    p*q*r\n\n[a](/b*c*d "e*f*g")',
    );
    expect(html).toContain('href="https://a.org/x*y*z~u~v"');
    expect(html).toContain('<code>a*b*c ~d~</code>');
    expect(html).toContain('p*q*r');
    expect(html).toContain('<a href="/b*c*d" title="e*f*g">');
    expect(remarks).toEqual([]);
  });
});

describe('bold as meant', () => {
  test.each([
    ['**Note:**text', '<strong>Note:</strong>text', '**Note**:text'],
    ['**「強調」**文字', '<strong>「強調」</strong>文字', '「**強調**」文字'],
    ['文字**「強調」**文字', '文字<strong>「強調」</strong>文字', '文字「**強調**」文字'],
    ['**Bold **text', '<strong>Bold </strong>text', '**Bold** text'],
    ['a **very bold **text', 'a <strong>very bold </strong>text', 'a **very bold** text'],
    ['**重要：**内容', '<strong>重要：</strong>内容', '**重要**：内容'],
    ['是**“引用”**的', '是<strong>“引用”</strong>的', '是“**引用**”的'],
    ['**Why?**Because', '<strong>Why?</strong>Because', '**Why**?Because'],
    ['*Note:*text', '<em>Note:</em>text', '*Note*:text'],
    ['**R&amp;D:**text', '<strong>R&amp;D:</strong>text', '**R&amp;D**:text'],
    [
      '**a** **b:**c **d:**e',
      '<strong>a</strong> <strong>b:</strong>c <strong>d:</strong>e',
      '**a** **b**:c **d**:e',
    ],
  ])('%j', (markdown, html, corrected) => {
    expect(showAnswer(markdown).html).toBe(`<p>${html}</p>`);
    expectFix(markdown, 'bold-as-meant', corrected);
  });

  test.each([
    ['**`code`**text', '<strong><code>code</code></strong>text'],
    ['**see [a](/b):**text', '<strong>see <a href="/b">a</a>:</strong>text'],
    [
      '**of $x$:**text',
      '<strong>of <span class="joined"><math data-tex="x"><mi>x</mi></math>:</span></strong>text',
    ],
    ['**a (b)**c', '<strong>a (b)</strong>c'],
    ['**5%**of it', '<strong>5%</strong>of it'],
    ['**two\nlines:**text', '<strong>two\nlines:</strong>text'],
  ])('without a certain fix: %j', (markdown, html) => {
    const shown = showAnswer(markdown);
    expect(shown.html).toBe(`<p>${html}</p>`);
    expect(shown.remarks).toMatchObject([{ code: 'bold-as-meant', offset: 0 }]);
  });

  test.each(['It is **5%**of it', 'It is **1,000.50€**or so', 'It is **5$**or so', 'It is **3.**Or so'])(
    'an amount within a sentence: %j',
    (markdown) => {
      const { html, remarks } = showAnswer(markdown);
      expect(html).toMatch(/<strong>[^*]*<\/strong>/);
      expect(remarks).toMatchObject([{ code: 'bold-as-meant', offset: 6 }]);
    },
  );

  test('in lists, tables, quotes and headings', () => {
    const markdown = '# **A:**b\n\n- **c:**d\n\n> **e:**f\n\n| **g:**h |\n| --- |\n| **「i」**j |';
    const { html, remarks } = showAnswer(markdown);
    expect(html.match(/<strong>/g)).toHaveLength(5);
    expect(remarks).toHaveLength(5);
  });

  test.each([
    '**kwargs and **options',
    '2 **3 and **4',
    'x **2. And **3',
    'a ** b ** c',
    '\\*\\*Note:\\*\\*text',
    '`**Note:**`text',
    'char **p, **q',
    'a* b* c*',
    'see *) and **) below',
    '**** and ****',
  ])('asterisks as typed: %j', (markdown) => {
    const { html, remarks } = showAnswer(markdown);
    expect(html).not.toMatch(/<strong>|<em>/);
    expect(remarks).toEqual([]);
  });
});

describe('bars in tables', () => {
  const cells = (html: string) => Array.from(html.matchAll(/<td>(.*?)<\/td>/gs), ([, cell]) => cell ?? '');
  const row = (content: string) => `| a | b |\n|---|---|\n${content}`;

  test.each([
    ['| $P(R\\|C)$ | y |', '|'],
    ['| $\\|x\\|$ | y |', '|x|'],
    ['| $x\\|_{0}$ | y |', '|'],
    ['| $\\{x \\| x > 0\\}$ | y |', '|'],
    ['| \\(a\\|b\\) | y |', '|'],
    ['| $\\left\\| x \\right\\|$ | y |', '|x|'],
  ])('an escaped bar in a formula is the bar itself: %s', (line, bars) => {
    const { html, remarks } = showAnswer(row(line));
    expect(cells(html)).toHaveLength(2);
    expect(cells(html)[0]?.replace(/<[^>]*>/g, '')).toContain(bars);
    expect(html).not.toContain('‖');
    expect(remarks).toEqual([]);
  });

  test('elsewhere it is a double bar', () => {
    expect(showAnswer('It is $\\|x\\|$.').html).toMatch(/[‖∥]/);
  });

  test.each([
    ['| $|x|$ | y |', '$\\|x\\|$'],
    ['| `a|b` | y |', '`a\\|b`'],
    ['| `a || b` | y |', '`a \\|\\| b`'],
    ['| ``a|`b`` | y |', '``a\\|`b``'],
    ['| y | \\(|x|\\) |', '\\(\\|x\\|\\)'],
    ['| `|` | y |', '`\\|`'],
    ['`x|y` | z', '`x\\|y`'],
  ])('bars in formulas and code do not divide cells: %s', (line, corrected) => {
    const { html, remarks, fixed } = showAnswer(row(line));
    expect(cells(html)).toHaveLength(2);
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(remarks).toMatchObject([{ code: 'table-bar', severity: 'warning' }]);
    expect(fixed).toContain(corrected);
    expect(showAnswer(fixed)).toMatchObject({ remarks: [] });
    expect(cells(showAnswer(fixed).html)).toHaveLength(2);
  });

  test('an escaped pipe in code is a pipe, and lone backticks are no code', () => {
    const { html } = showAnswer(row('| `a\\|b` | y |\n| ` | ` |'));
    expect(cells(html)).toEqual(['<code>a|b</code>', 'y', '`', '`']);
    expect(showAnswer('Outside, `a|b` and | `c` stay.')).toMatchObject({ remarks: [] });
  });
});

describe('footnotes', () => {
  test.each([
    ['A[^x] here.', 1, 'does not exist'],
    ['A[^1] and[^2].\n\n[^1]: One.', 9, 'Did you mean [^1]?'],
    ['- item[^note]', 6, 'does not exist'],
    ['**bold[^b]**', 6, 'does not exist'],
    ['\\* A[^x]', 4, 'does not exist'],
    ['| a[^t] |\n| --- |', 3, 'does not exist'],
  ])('a reference to a missing footnote: %j', (markdown, offset, message) => {
    const { remarks } = showAnswer(markdown);
    expect(remarks).toMatchObject([{ code: 'footnote-missing', severity: 'warning', offset }]);
    expect(remarks[0]?.message).toContain(message);
  });

  test.each(['A[^1].\n\n[^1]: One.', 'A \\[^x]', 'the pattern `[^x]`', 'x [^ ] y', '$[^x]$'])(
    'no reference: %j',
    (markdown) => {
      expect(showAnswer(markdown).remarks.filter(({ code }) => code === 'footnote-missing')).toEqual([]);
    },
  );
});

describe('addresses', () => {
  test.each([
    ['Jürgen@example.org', 'J%C3%BCrgen@example.org'],
    ['josé.garcía@example.org', 'jos%C3%A9.garc%C3%ADa@example.org'],
    ['Øystein@example.org', '%C3%98ystein@example.org'],
    ['иван1@example.org', '%D0%B8%D0%B2%D0%B0%D0%BD1@example.org'],
    ['a.ß_c@example.org', 'a.%C3%9F_c@example.org'],
  ])('a mail address is a link as a whole: %s', (address, url) => {
    const markdown = `Write to ${address}, please.`;
    const { html, remarks, fixed } = showAnswer(markdown);
    expect(html).toBe(`<p>Write to <a href="mailto:${url}">${address}</a>, please.</p>`);
    expect(remarks).toMatchObject([{ code: 'address-as-meant', offset: 9 }]);
    expect(showAnswer(fixed)).toMatchObject({ html, remarks: [] });
  });

  test.each(['info@b.müller.de', 'x@a.b.österreich'])('or none: %s', (address) => {
    const { html, remarks } = showAnswer(`Write to ${address}.`);
    expect(html).toBe(`<p>Write to ${address}.</p>`);
    expect(remarks).toMatchObject([{ code: 'address-as-meant' }]);
  });

  test('beside Chinese, a mail address ends where its letters do', () => {
    expect(showAnswer('联系a@b.org的人').html).toBe('<p>联系<a href="mailto:a@b.org">a@b.org</a>的人</p>');
  });

  test.each([
    ['https://example.org/leaf。次の', 'https://example.org/leaf', '。次の'],
    ['https://example.org/a，然后', 'https://example.org/a', '，然后'],
    ['https://example.org/a）と', 'https://example.org/a', '）と'],
    ['https://example.org」', 'https://example.org', '」'],
    ['https://example.org/?q=1、`c`', 'https://example.org/?q=1', '、<code>c</code>'],
    ['https://example.org/leaf！', 'https://example.org/leaf', '！'],
  ])('an address of the web ends before punctuation: %s', (markdown, address, after) => {
    const { html, remarks, fixed } = showAnswer(markdown);
    expect(html).toBe(`<p><a href="${address}">${address}</a>${after}</p>`);
    expect(remarks).toMatchObject([{ code: 'address-as-meant', offset: 0 }]);
    expect(showAnswer(fixed)).toMatchObject({ html, remarks: [] });
    expect(shownElsewhere(fixed)).toBe(showAnswer(markdown).text);
  });

  test('the text after it is parsed as Markdown', () => {
    const { html } = showAnswer('https://a.org/、**太字**と');
    expect(html).toBe('<p><a href="https://a.org/">https://a.org/</a>、<strong>太字</strong>と</p>');
    expect(showAnswer('https://a.org/。**太字**').html).toContain('<strong>太字</strong>');
  });

  test('two in a row, and www', () => {
    const { html } = showAnswer('www.a.org，x（https://b.org/c）です');
    expect(html).toBe(
      '<p><a href="http://www.a.org">www.a.org</a>，x（<a href="https://b.org/c">https://b.org/c</a>）です</p>',
    );
  });

  test('links that were written as links stay as they are', () => {
    const markdown = '[東京。](https://example.org/東京。) and <https://example.org/東京。>';
    expect(showAnswer(markdown)).toMatchObject({
      remarks: [],
      text: '東京。 and https://example.org/東京。',
    });
  });
});

describe('line ends', () => {
  test.each([
    ['光合\n成は', '光合成は'],
    ['植物は、\n光を', '植物は、光を'],
    ['**光**\n合', '<strong>光</strong>合'],
    ['光\n**合**', '光<strong>合</strong>'],
    ['“引用”：\n内容', '“引用”：内容'],
    ['カタ\nカナ', 'カタカナ'],
    ['𠀀\n𠀁', '𠀀𠀁'],
  ])('between Chinese or Japanese characters are no gap: %j', (markdown, html) => {
    expect(showAnswer(markdown)).toMatchObject({ html: `<p>${html}</p>`, remarks: [] });
  });

  test.each(['abc\ndef', '光\nabc', 'abc\n光', '한국\n어', '光  \n合'])('stay elsewhere: %j', (markdown) => {
    expect(showAnswer(markdown).html).toContain('\n');
  });

  test('in lists and quotes', () => {
    expect(showAnswer('- 光合\n  成\n\n> 光合\n> 成').text.trim()).toMatch(/^光合成\s+光合成$/);
  });
});

/** Words of letters, digits and signs, without Markdown syntax. A number and a full stop would begin a list. */
const word = fc
  .array(fc.constantFrom(...Array.from('abcXYZéßжλ漢字かな한글0123456789')), { minLength: 1, maxLength: 5 })
  .map((characters) => characters.join(''));
const joint = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ' ',
    ', ',
    '. ',
    ': ',
    '; ',
    '? ',
    '! ',
    ' (',
    ') ',
    ' – ',
    ' - ',
    ' + ',
    ' = ',
    ' < ',
    ' > ',
    ' * ',
    ' ~ ',
    ' | ',
  ],
  ...[
    '*',
    '~',
    '_',
    '/',
    '-',
    '+',
    '=',
    '%',
    '@',
    '#',
    '^',
    '&',
    '"',
    "'",
    '(',
    ')',
    '**',
    '<',
    '>',
    '|',
    '…',
    '’',
    '€',
    '°',
    '§',
  ],
);
const prose = fc
  .tuple(word, fc.array(fc.tuple(joint, word), { maxLength: 14 }))
  .map(([first, rest]) => `See ${first}` + rest.map((pair) => pair.join('')).join(''))
  // Emphasis next to a script without spaces, and text that begins like emphasis, may be intended.
  .filter((text) => !/[\u3040-\uFFFF][*_]|[*_][\u3040-\uFFFF]|(?:^|\s)[*_]\S/u.test(text));

test('prose is shown character by character', () => {
  fc.assert(
    fc.property(prose, (text) => {
      expect(showAnswer(text).text).toBe(text);
    }),
  );
});
