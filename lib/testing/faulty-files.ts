import { questionFile } from './question-file';

/** A fault in a file, and the place where it must be reported. */
interface Fault {
  change: (text: string) => string;
  code: string;
  /** Text of the line that must be reported; by default the first line. */
  at?: string;
  /** The name of the file, if the name is the fault. */
  name?: string;
}

/** A file with several independent faults. */
export interface FaultyFile {
  /** Name within the folder of its subject. */
  name: string;
  text: string;
  faults: { kind: string; code: string; at: string | undefined }[];
}

function good(id: number): string {
  return questionFile(id).replace(
    '\n---\n',
    '\nrelated_article1:\n  url: /learn/physics/questions/a-good-question\n---\n',
  );
}

const line = (start: string, to: string) => (text: string) =>
  text.replace(new RegExp(`^${start}.*$`, 'm'), to);
const without = (start: string) => (text: string) => text.replace(new RegExp(`^${start}.*\n`, 'm'), '');
const answer = (added: string) => (text: string) => text.replace('The rest of', `${added}\n\nThe rest of`);
const keys = (added: string) => (text: string) =>
  text.replace('\nrelated_article1', `\n${added}\nrelated_article1`);

const faults = {
  colon: { change: line('title:', 'title: Energy: what is it?'), code: 'yaml', at: 'Energy' },
  afterQuote: { change: line('title:', 'title: "Energy" and heat?'), code: 'yaml', at: 'and heat' },
  escape: { change: line('title:', 'title: "What is \\alpha?"'), code: 'control-character', at: 'alpha' },
  cut: { change: line('title:', 'title: Why C # and not C++?'), code: 'text-cut', at: 'C #' },
  capitalKey: { change: line('title:', 'Title: What is heat?'), code: 'unknown-key', at: 'Title' },
  emptyTitle: { change: line('title:', 'title: ""'), code: 'invalid-value', at: 'title' },
  quoteOpen: { change: line('author:', 'author: "QuickTakes'), code: 'yaml', at: 'author' },
  sign: { change: line('author:', 'author: @quicktakes'), code: 'yaml', at: 'author' },
  percent: { change: line('author:', 'author: %quicktakes'), code: 'yaml', at: 'author' },
  noSpace: { change: line('author:', 'author:QuickTakes'), code: 'yaml', at: 'author' },
  noColon: { change: line('author:', 'author QuickTakes'), code: 'yaml', at: 'author' },
  alias: { change: line('author:', 'author: *me'), code: 'yaml-alias', at: 'author' },
  tag: { change: line('author:', 'author: !me x'), code: 'yaml-tag', at: 'author' },
  typo: { change: line('author:', 'autor: QuickTakes'), code: 'unknown-key', at: 'autor' },
  tab: { change: line('  page_keywords', '\tpage_keywords: sky'), code: 'yaml', at: 'page_keywords' },
  bracket: { change: line('  page_keywords', '  page_keywords: [sky'), code: 'yaml', at: 'page_keywords' },
  indent: { change: line('  page_keywords', '   page_keywords: sky'), code: 'yaml', at: 'page_keywords' },
  keywordTypo: {
    change: line('  page_keywords', '  page_keyword: sky'),
    code: 'unknown-key',
    at: 'page_keyword',
  },
  noDescription: { change: without('  page_description'), code: 'missing-key', at: 'seo' },
  noSeo: { change: (text) => text.replace(/^seo:\n(?:\s+page.*\n)*/m, ''), code: 'missing-key' },
  noDate: { change: without('date'), code: 'missing-key' },
  badDate: { change: line('date:', 'date: 2025-5-4'), code: 'invalid-value', at: 'date' },
  dateTwice: {
    change: line('date:', 'date: 2025-01-10\ndate: 2025-01-11'),
    code: 'yaml',
    at: 'date: 2025-01-11',
  },
  idText: { change: line('id:', 'id: seven'), code: 'invalid-value', at: 'id' },
  noId: { change: without('id'), code: 'missing-key' },
  idQuote: { change: line('id:', "id: '7"), code: 'yaml', at: 'id' },
  otherFolder: { change: line('subject:', 'subject: Law'), code: 'address-disagrees', at: 'subject' },
  noSubject: { change: without('subject'), code: 'missing-key' },
  tags: { change: keys('tags: [sky, light]'), code: 'unknown-key', at: 'tags' },
  otherUrl: {
    change: keys('url: /learn/physics/questions/x'),
    code: 'address-disagrees',
    at: 'url: /learn/physics/questions/x',
  },
  otherFile: { change: keys('file_name: x.md'), code: 'address-disagrees', at: 'file_name' },
  sourceUrl: {
    change: keys('sources:\n  - title: A book\n    url: book'),
    code: 'invalid-value',
    at: 'url: book',
  },
  relatedTypo: {
    change: line('  url: /learn', '  urll: /learn/physics/questions/a-good-question'),
    code: 'unknown-key',
    at: 'urll',
  },
  relatedGone: {
    change: line('  url: /learn', '  url: /learn/physics/questions/nothing'),
    code: 'related-missing',
    at: 'nothing',
  },
  unclosed: { change: (text) => text.replace('\n---\n\nLight', '\n\nLight'), code: 'front-matter-unclosed' },
  longFence: {
    change: (text) => text.replace('\n---\n\nLight', '\n--- end\n\nLight'),
    code: 'front-matter-unclosed',
    at: '--- end',
  },
  language: { change: (text) => text.replace('---\n', '---yaml\n'), code: 'front-matter-language' },
  fileName: { change: (text) => text, code: 'slug', name: 'What is heat' },
  heading: { change: answer('#### Deep'), code: 'heading-order', at: 'Deep' },
  formula: { change: answer('So $\\frac{1}{\\foo}$ holds.'), code: 'formula', at: 'foo' },
  deadLink: {
    change: answer('See [this](/learn/physics/questions/none) now.'),
    code: 'link-broken',
    at: 'See',
  },
  image: { change: answer('An ![image of it](/images/none.png).'), code: 'image-missing', at: 'image of it' },
  html: { change: answer('A <b> word.'), code: 'raw-html', at: '<b>' },
  codeName: { change: answer('```pyhton\nx\n```'), code: 'code-language', at: 'pyhton' },
  script: { change: answer('See [that](javascript:x).'), code: 'address', at: 'that' },
  imageText: { change: answer('![](https://example.org/a.png) shows it.'), code: 'image-text', at: '![](' },
  dollar: { change: answer('The energy $E = mc^2 is large.'), code: 'formula-unclosed', at: 'energy' },
  repeatedTitle: {
    change: (text) => text.replace('## More', `## ${/^title: (.*)$/m.exec(text)?.[1] ?? ''}`),
    code: 'heading-title',
    at: '## ',
  },
  openFence: {
    change: (text) => text.replace('The rest of', '```js\nThe rest of'),
    code: 'code-unclosed',
    at: '```js',
  },
  control: { change: answer('A\u0008B'), code: 'control-character', at: 'A\u0008B' },
} satisfies Record<string, Fault>;

/** Each line is a file with its faults. The list was written before the code that reads such files. */
const kinds = `
colon badDate otherFolder
noSeo fileName
tab capitalKey tags badDate
colon fileName noDate
afterQuote badDate deadLink
escape typo heading
cut badDate formula
quoteOpen idText tags
sign noDate html
percent otherUrl codeName
noSpace badDate
noColon otherFolder image
alias badDate heading
tag noId formula
bracket colon deadLink
indent colon badDate
keywordTypo colon otherFile
noDescription sign fileName
dateTwice colon typo
idQuote colon bracket
colon sign tab badDate tags heading
afterQuote quoteOpen bracket
escape noColon tab otherUrl
capitalKey noSpace deadLink html
emptyTitle quoteOpen relatedGone
noSubject colon formula
noSubject fileName badDate
sourceUrl colon badDate
sourceUrl quoteOpen heading script
relatedTypo colon
relatedTypo alias noDate
relatedGone colon idText
unclosed badDate
unclosed typo heading
unclosed fileName noSeo
longFence badDate tags
longFence colon deadLink
language badDate formula
language fileName typo
control badDate
control colon typo
control heading image
fileName heading deadLink image html codeName
fileName badDate idText otherFile
tab noDate noId noSubject
tab sign colon idQuote
indent otherFolder relatedGone
indent alias html
bracket badDate noId
noColon idText capitalKey tags
quoteOpen colon badDate otherUrl deadLink heading
percent afterQuote fileName
tag colon sourceUrl
dateTwice fileName formula
dateTwice alias idText noDescription
noSpace escape keywordTypo
typo badDate otherFolder heading html formula
capitalKey idText noSeo
noSeo sign badDate
colon noSpace heading codeName script
colon imageText dollar openFence
fileName repeatedTitle dollar
noSeo imageText repeatedTitle openFence
tab badDate dollar imageText
unclosed dollar openFence
quoteOpen keywordTypo imageText openFence
control repeatedTitle dollar
formula deadLink dollar imageText
sign html script repeatedTitle openFence
noId noDate image imageText
otherFolder heading dollar imageText openFence
language repeatedTitle imageText
`
  .trim()
  .split('\n')
  .map((names) => names.split(' ') as (keyof typeof faults)[]);

/** Seventy-two broken files with two to six independent faults each. */
export const faultyFiles: FaultyFile[] = kinds.map((names, index) => {
  const chosen = names.map((kind): Fault & { kind: string } => ({ kind, ...faults[kind] }));
  return {
    name: `${chosen.find(({ name }) => name !== undefined)?.name ?? 'faulty'}-${index + 1}`,
    text: chosen.reduce((text, { change }) => change(text), good(index + 1)),
    faults: chosen.map(({ kind, code, at }) => ({ kind, code, at })),
  };
});

/** A file for valid links of the others. */
export const goodFile = good(1000);
