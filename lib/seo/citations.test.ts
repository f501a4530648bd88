import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

import { plugins, type ParsedWork } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import { absoluteUrl } from '@/lib/site';
import { readAuthors } from './citations/authors';
import { citedPage } from './citations/cited-page';
import { citationTags } from './citations/meta-tags';
import { citationsOf, type Citation } from './citations';

const url = absoluteUrl('/learn/law/questions/what-is-a-tort');

function cite(style: Citation['style'], rest: Partial<Entry>): string {
  const page = entry('law/what-is-a-tort', { date: '2025-03-04', ...rest });
  return citationsOf(page, page.address).find((citation) => citation.style === style)?.text ?? '';
}

/** The data that the parser of a reference manager reads. */
function parse(style: 'BibTeX' | 'RIS', rest: Partial<Entry>): ParsedWork {
  const works = plugins.input.chain(cite(style, rest), { generateGraph: false });
  const [work] = works;
  if (!work || works.length > 1) throw new Error(`expected one work, found ${works.length}`);
  return work;
}

test('a page of the house is cited in five styles', () => {
  const page = entry('law/what-is-a-tort', { id: 7, question: 'What is a tort?', date: '2025-03-04' });
  expect(citationsOf(page, page.address).map(({ style, text }) => [style, text])).toEqual([
    ['APA', `QuickTakes. (2025, March 4). What is a tort? ${url}`],
    ['MLA', `“What is a tort?” QuickTakes, 4 Mar. 2025, ${url}.`],
    ['Chicago', `QuickTakes. “What is a tort?” March 4, 2025. ${url}.`],
    [
      'BibTeX',
      `@misc{what-is-a-tort-7,\n  author = {{QuickTakes}},\n  title = {{What is a tort?}},\n  year = {2025},\n  month = mar,\n  howpublished = {\\url{${url}}}\n}`,
    ],
    [
      'RIS',
      `TY  - ELEC\nID  - what-is-a-tort-7\nTI  - What is a tort?\nAU  - QuickTakes\nPY  - 2025\nDA  - 2025/03/04\nT2  - QuickTakes\nPB  - QuickTakes\nLA  - en\nUR  - ${url}\nER  - `,
    ],
  ]);
});

describe('an author', () => {
  test.each([
    ['Ada Byron', 'Byron, A.', 'Byron, Ada.'],
    ['Byron, Ada', 'Byron, A.', 'Byron, Ada.'],
    ['Dr. Ada M. Byron, PhD', 'Byron, A. M.', 'Byron, Ada M.'],
    ['Jean-Paul Sartre', 'Sartre, J.-P.', 'Sartre, Jean-Paul.'],
    ['J.K. Rowling', 'Rowling, J. K.', 'Rowling, J.K.'],
    ['Ludwig van Beethoven', 'van Beethoven, L.', 'van Beethoven, Ludwig.'],
    ['van Beethoven, Ludwig', 'van Beethoven, L.', 'van Beethoven, Ludwig.'],
    ['García Márquez, Gabriel', 'García Márquez, G.', 'García Márquez, Gabriel.'],
    ['Martin Luther King, Jr.', 'King, M. L., Jr.', 'King, Martin Luther, Jr.'],
    ['Alonzo Church', 'Church, A.', 'Church, Alonzo.'],
  ])('who is a person is listed by family: %s', (author, apa, mla) => {
    expect(cite('APA', { author, question: 'Why?' })).toBe(`${apa} (2025, March 4). Why? QuickTakes. ${url}`);
    const rest = `“Why?” QuickTakes, 4 Mar. 2025, ${url}.`;
    expect(cite('MLA', { author, question: 'Why?' })).toBe(`${mla} ${rest}`);
  });

  test.each([
    'World Health Organization',
    'Smith & Sons',
    'Marks and Spencer',
    'Khan Academy',
    'Aristotle',
    'NASA Earth Observatory',
    'The Economist',
    'Doctors Without Borders',
    '国立天文台',
    'Team 17',
  ])('that is a body keeps its name: %s', (author) => {
    expect(readAuthors(author)).toEqual([{ kind: 'body', name: author }]);
    expect(cite('APA', { author })).toMatch(`${author}. (2025, March 4). `);
    expect(cite('MLA', { author })).toMatch(`${author}. “`);
    expect(cite('Chicago', { author })).toMatch(`${author}. “`);
    expect(parse('BibTeX', { author }).author).toEqual([{ family: author }]);
  });

  test('that ends with a period gets no second one', () => {
    for (const style of ['APA', 'MLA', 'Chicago'] as const) {
      expect(cite(style, { author: 'Smith Inc.' })).toMatch(/^Smith Inc\. [“(]/);
    }
  });

  test('may be several', () => {
    const two = { author: 'Ada Byron and Charles Babbage', question: 'Why?' };
    expect(cite('APA', two)).toMatch(/^Byron, A\., & Babbage, C\. \(2025/);
    expect(cite('MLA', two)).toMatch(/^Byron, Ada, and Charles Babbage\. “/);
    expect(cite('Chicago', two)).toMatch(/^Byron, Ada, and Charles Babbage\. “/);
    const three = { author: 'Ada Byron, Charles Babbage, and Alan M. Turing', question: 'Why?' };
    expect(cite('APA', three)).toMatch(/^Byron, A\., Babbage, C\., & Turing, A\. M\. \(2025/);
    expect(cite('MLA', three)).toMatch(/^Byron, Ada, et al\. “/);
    expect(cite('Chicago', three)).toMatch(/^Byron, Ada, Charles Babbage, and Alan M\. Turing\. “/);
    for (const style of ['BibTeX', 'RIS'] as const) {
      expect(parse(style, three).author).toEqual([
        { given: 'Ada', family: 'Byron' },
        { given: 'Charles', family: 'Babbage' },
        { given: 'Alan M.', family: 'Turing' },
      ]);
    }
  });
});

describe('a title', () => {
  test.each([
    ['Explain torts', 'Explain torts.'],
    ['What is a tort?', 'What is a tort?'],
    ['Stop!', 'Stop!'],
    ['Who said "I think"', 'Who said ‘I think.’'],
    ['Who said "why?"', 'Who said ‘why?’'],
    ['Who said “why?”', 'Who said ‘why?’'],
    ['What does "entropy" mean?', 'What does ‘entropy’ mean?'],
    ['The “word ‘in’ the” text', 'The ‘word “in” the’ text.'],
    ["Is it 'fair'", "Is it 'fair.'"],
    ["What are the dogs' rights", "What are the dogs' rights."],
    ["The rights of the dogs'", "The rights of the dogs'."],
    ['A pipe of 5"', 'A pipe of 5".'],
    ['Who wrote for the U.S.', 'Who wrote for the U.S.'],
    ['Torts (what are they?)', 'Torts (what are they?).'],
  ])('has one mark at its end, and its own quotations within: %s', (question, quoted) => {
    expect(cite('MLA', { question })).toBe(`“${quoted}” QuickTakes, 4 Mar. 2025, ${url}.`);
    expect(cite('Chicago', { question })).toBe(`QuickTakes. “${quoted}” March 4, 2025. ${url}.`);
  });

  test('reads without the signs of formulas and code', () => {
    const question = 'What does $E = mc^2$ say of `x`?';
    expect(cite('APA', { question })).toContain('What does E = mc² say of x?');
    expect(cite('BibTeX', { question })).toContain(
      String.raw`{{What does E = mc{\textsuperscript{2}} say of x?}}`,
    );
  });

  test('has its accents in commands that pdfLaTeX knows', () => {
    const question = 'Is $\\bar{x} = \\overline{\\alpha B}$, $\\hat{p}$, $\\vec{v}$ or $\\hat{y}$?';
    expect(cite('BibTeX', { question })).toContain(
      String.raw`Is {$\overline{x}$} = {$\overline{\alpha B}$}, {$\hat{p}$}, {$\vec{v}$} or ŷ?`,
    );
  });

  test('and an author stop no LaTeX by their signs', () => {
    const text = cite('BibTeX', { question: 'R&D at 100%: C#_style, $0', author: 'Smith & Sons' });
    expect(text).toContain(String.raw`title = {{R\&D at 100\%: C\#\_style, \$0}}`);
    expect(text).toContain(String.raw`author = {{Smith \& Sons}}`);
  });
});

test('the head contains author, title and day for reference managers', () => {
  const page = entry('law/x', {
    author: 'Ada Byron and Charles Babbage',
    question: 'Is `C++` "fair"?',
    date: '2025-03-04',
  });
  expect(citationTags(citedPage(page, page.address))).toEqual({
    citation_title: ['Is C++ "fair"?'],
    citation_author: ['Byron, Ada', 'Babbage, Charles'],
    citation_publication_date: ['2025/03/04'],
    'DC.type': ['webpage'],
  });
});

test('months are shortened as MLA does', () => {
  const dates = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-04`);
  expect(dates.map((date) => / 4 ([^ ]+) 2025/.exec(cite('MLA', { date }))?.[1]).join(' ')).toBe(
    'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.',
  );
});

/** Titles without consecutive spaces. */
const titles = fc
  .string({ unit: fc.constantFrom(...printable(), 'é', 'ß', '東', '–', ' ', ' '), minLength: 1 })
  .map((text) => `Q${text.replace(/[$`]/g, '').replace(/\s+/g, ' ').trim()}`);

function printable(): string[] {
  return Array.from({ length: 0x5f }, (_, place) => String.fromCharCode(0x20 + place));
}

test('BibTeX and RIS contain any title unchanged', () => {
  const plainMarks = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  fc.assert(
    fc.property(titles, titles, (question, author) => {
      const fromBibtex = parse('BibTeX', { question, author });
      expect(plainMarks(fromBibtex.title)).toBe(plainMarks(question));
      expect(fromBibtex.URL).toBe(url);
      expect(fromBibtex.issued['date-parts']).toEqual([[2025, 3]]);
      const fromRis = parse('RIS', { question });
      expect(fromRis.title).toBe(question);
      expect(fromRis.URL).toBe(url);
    }),
  );
});

test('BibTeX has no unbalanced brace and no unescaped special character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (question) => {
      const text = cite('BibTeX', { question, author: question });
      let depth = 0;
      for (const brace of text.match(/[{}]/g) ?? []) {
        depth += brace === '{' ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      const fields = /author = \{(.*)\},\n {2}title = \{(.*)\},\n {2}year/s.exec(text) ?? [];
      const bare = `${fields[1] ?? ''}${fields[2] ?? ''}`
        .replace(/\\(?:[&%#_$,]|[a-z]+)/gi, '')
        .replace(/\{\$[^$]*\$\}/g, '');
      expect(bare).not.toMatch(/[&%#_$^\\]/);
    }),
  );
});
