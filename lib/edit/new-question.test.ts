import { readFile } from 'node:fs/promises';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { loadCatalogue } from '@/lib/catalogue/load';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { alikeQuestions, askedAbout, likenessOfQuestions } from './alike-questions';
import { checkLibrary } from './check';
import { draftQuestion, type Wanted } from './new-question';
import { lookAlike, same } from './question-pairs';
import { slugOf } from './slug';
import { template } from './template';

const temporary = temporaryFolder();

const names = { physics: { name: 'Physics' }, law: { name: 'Law' } };

async function library(...titles: string[]): Promise<void> {
  for (const [index, title] of titles.entries()) {
    const text = `---\nid: ${index + 1}\ndate: 2025-01-10\ntitle: ${JSON.stringify(title)}\nsubject: Physics\nseo:\n  page_description: About ${index}.\n---\nAn answer.\n`;
    await temporary.put(`physics/${slugOf(title)}.md`, text);
  }
}

function draft(wanted: Partial<Wanted> & Pick<Wanted, 'question'>) {
  const catalogue = loadCatalogue(temporary.path);
  return draftQuestion({ subject: 'Physics', today: '2026-01-02', ...wanted }, catalogue, names);
}

const isAlike = ([a, b]: [string, string]) =>
  likenessOfQuestions(askedAbout(a), askedAbout(b)) >= alikeQuestions;

test('of forty pairs that ask the same nearly all are found, of forty that only look alike few', () => {
  expect([same.length, lookAlike.length]).toEqual([40, 40]);
  expect(same.filter((pair) => !isAlike(pair)).length).toBeLessThanOrEqual(2);
  expect(lookAlike.filter(isAlike).length).toBeLessThanOrEqual(2);
});

test('questions that are asked in other words are named, the nearest three at most', async () => {
  await library(
    'Why does a siren drop in pitch as an ambulance passes?',
    'Why does a siren rise in pitch as an ambulance comes near?',
    'What is heat?',
    'What is meant by heat?',
    'How is heat defined?',
    'Heat: what is it?',
  );
  const { alike } = draft({ question: 'Why does a siren drop in pitch when an ambulance goes past?' });
  expect(alike[0]?.title).toBe('Why does a siren drop in pitch as an ambulance passes?');
  expect(draft({ question: 'What does heat mean?' }).alike).toHaveLength(3);
  expect(draft({ question: 'Why is glass clear?' }).alike).toEqual([]);
});

test.each([
  ["What's Schrödinger’s cat?", 'whats-schrodingers-cat'],
  ['What is C++?', 'what-is-c-plus-plus'],
  ['What is C#?', 'what-is-c-sharp'],
  ['What is F#?', 'what-is-f-sharp'],
  ['How does A* work?', 'how-does-a-star-work'],
  ['How much is 5 %?', 'how-much-is-5-percent'],
  ['What is R&D?', 'what-is-r-and-d'],
  ['What is 2 + 2?', 'what-is-2-plus-2'],
  ['Why is 0 °C cold?', 'why-is-0-degrees-celsius-cold'],
  ['What is π?', 'what-is-pi'],
  ['What is √2?', 'what-is-root-2'],
  ['Что такое энтропия?', 'chto-takoe-entropiya'],
  ['Τι είναι η ενέργεια;', 'ti-einai-i-energeia'],
])('the address of "%s" is %s', (question, slug) => {
  expect(slugOf(question)).toBe(slug);
});

test('every question has an address that is one, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (question) => {
      expect(slugOf(question)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slugOf(question).length).toBeLessThanOrEqual(200);
    }),
  );
});

test('where no address can be made of a question, one is asked for', async () => {
  await library('What is heat?');
  expect(() => draft({ question: 'なぜ空は青いの？' })).toThrow('--slug');
  const named = draft({ question: 'なぜ空は青いの？', slug: 'why-is-the-sky-blue' });
  expect(named.path).toBe('physics/why-is-the-sky-blue.md');
  expect(() => draft({ question: 'Why?', slug: 'Why_' })).toThrow('--slug must be');
});

test('where an address is taken, a free one is proposed', async () => {
  await library('What is heat?');
  expect(() => draft({ question: 'What is HEAT' })).toThrow('such as --slug what-is-heat-2');
});

test('a mistyped subject is asked about', async () => {
  await library('What is heat?');
  expect(() => draft({ question: 'Why?', subject: 'Phisics' })).toThrow('Did you mean "Physics"?');
  expect(() => draft({ question: 'Why?', subject: 'Astronomy' })).toThrow('Choose one of Physics, Law');
});

test('what the template says is an error at its line until it is replaced', async () => {
  await library('What is heat?');
  const { path, text } = draft({ question: 'Why is glass clear?' });
  await temporary.put(path, text);
  const found = (await checkLibrary(temporary.path)).problems.filter(({ code }) => code === 'placeholder');
  const lines = text.split('\n');
  expect(found.map(({ line, severity }) => [lines[line - 1]?.trim().slice(0, 18), severity])).toEqual([
    ['page_description: ', 'error'],
    ['page_keywords: two', 'error'],
    ['The first paragrap', 'error'],
    ['The first paragrap', 'error'],
    ['Details follow, un', 'error'],
    ['Details follow, un', 'error'],
  ]);
});

test('what the template of CloudCannon says is an error at its line, too', async () => {
  const schema = await readFile('.cloudcannon/schemas/default.md', 'utf8');
  const filled = schema
    .replace('id: 0', 'id: 1')
    .replace('title:', 'title: Why is glass clear?')
    .replace('subject:', 'subject: Physics')
    .replace('page_description:', 'page_description: Light of the colors that we see goes through glass.')
    .replace('page_keywords:', 'page_keywords: glass');
  await temporary.put('physics/why-is-glass-clear.md', filled);
  const lines = filled.split('\n');
  const { problems } = await checkLibrary(temporary.path);
  const ofTemplate = problems.filter(({ code }) => code === 'placeholder');
  const paragraphs = template.answer.filter((text) => !text.startsWith('#'));
  expect([...new Set(ofTemplate.map(({ line }) => lines[line - 1]))]).toEqual(paragraphs);
  expect(filled.split('\n---\n\n')[1]).toBe(`${template.answer.join('\n\n')}\n`);
  expect(problems.filter(({ severity, code }) => severity === 'error' && code !== 'placeholder')).toEqual([]);
});

test('CONTRIBUTING shows the same template', async () => {
  const text = (await readFile('CONTRIBUTING.md', 'utf8')).replaceAll('\n   ', '\n');
  expect(text).toContain(`\n---\n\n${template.answer.join('\n\n')}\n`);
  expect(text).toContain(
    `\n  page_description: ${template.description}\n  page_keywords: ${template.keywords}\n`,
  );
});

test('without subjects.yaml, a subject that is near to one of the documents is asked about', async () => {
  await library('What is heat?');
  const catalogue = loadCatalogue(temporary.path);
  const wanted = { question: 'Why?', today: '2026-01-02' };
  expect(() => draftQuestion({ ...wanted, subject: 'Phisics' }, catalogue, {})).toThrow(
    'Did you mean "Physics"?',
  );
  for (const subject of ['Physics', 'physics', 'Astronomy'])
    expect(draftQuestion({ ...wanted, subject }, catalogue, {}).address).toContain(subject.toLowerCase());
  const anyway = draftQuestion({ ...wanted, subject: 'Phisics', anyway: true }, catalogue, {});
  expect(anyway.path).toBe('phisics/why.md');
});

test('the file of a new question names the subject so that it belongs to its folder', async () => {
  await library('What is heat?');
  const catalogue = loadCatalogue(temporary.path);
  const shown = { law: { name: 'The Law' }, physics: { name: 'Physics' } };
  const subjectOf = (subject: string) => {
    const { path, text } = draftQuestion(
      { question: 'Who?', subject, today: '2026-01-02' },
      catalogue,
      shown,
    );
    return [path, /^subject: (.*)$/m.exec(text)?.[1]];
  };
  expect(subjectOf('law')).toEqual(['law/who.md', 'law']);
  expect(subjectOf('physics')).toEqual(['physics/who.md', 'Physics']);
});
