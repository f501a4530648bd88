import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { displayPath } from '@/lib/catalogue/content-folder';
import { readEntry } from '@/lib/catalogue/read-entry';
import { examineAndRender } from '@/lib/edit/examine';
import { questionPath } from '@/lib/site';
import { warningAt } from '@/lib/source/problem';
import { questionFile, type QuestionParts } from '@/lib/testing/question-file';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { writeFiles } from '@/lib/testing/write-files';
import type { RecallEntry } from './entry-store';
import { Preview, type PreviewThreads } from './preview';

const temporary = temporaryFolder();
const changed = vi.fn();
const failed = vi.fn();
const closing: Preview[] = [];

afterEach(() => {
  for (const preview of closing.splice(0)) preview.close();
  expect(failed).not.toHaveBeenCalled();
  vi.clearAllMocks();
});

const address = (slug: string) => questionPath('physics', slug);
const put = (slug: string, id: number, parts?: QuestionParts) =>
  temporary.put(`physics/${slug}.md`, questionFile(id, parts));

function open(recall?: () => Promise<RecallEntry>, threads: Partial<PreviewThreads> = {}): Preview {
  const folder = temporary.path;
  const preview = new Preview(
    folder,
    {
      readEntries: (paths) => Promise.resolve(paths.map((path) => readEntry(folder, path))),
      examine: (source) => {
        const { examination, rendered } = examineAndRender(source);
        return Promise.resolve({ result: { ...examination, rendered } });
      },
      check: () => Promise.resolve([]),
      readChangedDays: () => Promise.resolve(new Map()),
      ...threads,
    },
    { changed, failed, checked: () => undefined },
    recall,
  );
  closing.push(preview);
  return preview;
}

async function questionAt(preview: Preview, slug: string) {
  const { page, problems } = await preview.page(address(slug));
  return { view: page?.kind === 'question' ? page.view : undefined, problems };
}

/** Writes three questions of consecutive days. The second one refers to the first. */
async function putThree() {
  await put('first', 1, { date: '2025-01-10' });
  await put('middle', 2, {
    date: '2025-01-11',
    keys: `related_article1:\n  id: 1\n  title: Question 1?\n  subject: Physics\n  url: ${address('first')}\n`,
  });
  await put('last', 3, { date: '2025-01-12' });
}

test('a page has its answer, and the data of other questions that it shows', async () => {
  await putThree();
  const { view, problems } = await questionAt(open(), 'middle');
  expect(view?.answer.html).toContain('w2x1');
  expect([view?.previous?.address, view?.next?.address]).toEqual([address('first'), address('last')]);
  expect(view?.related.map((other) => other.address)).toEqual([address('first'), address('last')]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a page does not wait for the library, and is completed later', async () => {
  await putThree();
  let go: (recall: RecallEntry) => void = () => undefined;
  const preview = open(
    () =>
      new Promise((resolve) => {
        go = resolve;
      }),
  );
  // Next.js requests all three for one page.
  const [{ view }, menu, notFound] = await Promise.all([
    questionAt(preview, 'middle'),
    preview.menu(),
    preview.page('/404'),
  ]);
  expect(view?.answer.html).toContain('w2x1');
  expect(view?.related.map((other) => other.address)).toEqual([address('first')]);
  expect([view?.previous, view?.next]).toEqual([undefined, undefined]);
  expect(menu.map(({ slug }) => slug)).toEqual(['physics']);
  expect(notFound.page).toMatchObject({
    kind: 'notFound',
    view: { subjects: [{ slug: 'physics', count: 3 }] },
  });
  expect(changed).not.toHaveBeenCalled();
  go(() => undefined);
  await vi.waitFor(() => {
    expect(changed).toHaveBeenCalledOnce();
  });
  expect((await questionAt(preview, 'middle')).view?.next?.address).toBe(address('last'));
});

test('until a large library is read, its pages show changes of the folder', async () => {
  await writeFiles(
    temporary.path,
    Array.from({ length: 501 }, (_, index) => [`physics/q${index + 1}.md`, questionFile(index + 1)] as const),
  );
  const preview = open(() => new Promise(() => undefined));
  const subjects = async () => (await preview.page('/404')).page?.view;
  expect((await questionAt(preview, 'q1')).view?.answer.html).toContain('w1x1');
  expect(await subjects()).toMatchObject({ subjects: [{ slug: 'physics', count: 501 }] });
  await put('new', 502);
  void preview.change(['physics/new.md']);
  expect((await questionAt(preview, 'new')).view?.answer.html).toContain('w502x1');
  expect(await subjects()).toMatchObject({ subjects: [{ slug: 'physics', count: 502 }] });
});

test('a change is shown at once on its page and on others, even before the watcher reports it', async () => {
  await putThree();
  const preview = open();
  await questionAt(preview, 'middle');
  await put('first', 1, { title: 'A new title?' });
  // The page of a changed file must be up to date before the watcher reports the change.
  expect((await questionAt(preview, 'first')).view?.entry.title).toBe('A new title?');
  void preview.change(['physics/first.md']);
  expect((await questionAt(preview, 'middle')).view?.related[0]?.title).toBe('A new title?');
  await put('new', 9, { date: '2025-01-13' });
  void preview.change(['physics/new.md']);
  expect((await questionAt(preview, 'last')).view?.next?.address).toBe(address('new'));
  await rm(join(temporary.path, 'physics/new.md'));
  void preview.change(['physics/new.md']);
  expect((await questionAt(preview, 'last')).view?.next).toBeUndefined();
  expect(await preview.page(address('new'))).toEqual({ page: undefined, problems: [] });
});

test('the errors of a file replace its page', async () => {
  await put('first', 1, { title: '' });
  const { page, problems } = await open().page(address('first'));
  expect(page).toBeUndefined();
  expect(problems.map(({ code }) => code)).not.toEqual([]);
});

test('problems across files appear after the page, and remain until the file changes', async () => {
  await putThree();
  const file = displayPath(temporary.path, 'physics/first.md');
  const problem = { file, ...warningAt({ line: 1, column: 1 }, 'near-duplicate', 'It is like another.') };
  const check = vi.fn(() => Promise.resolve([problem]));
  const preview = open(undefined, { check });
  expect((await questionAt(preview, 'first')).problems).toEqual([]);
  await preview.change(['redirects.yaml']);
  expect(check).not.toHaveBeenCalled();
  changed.mockClear();
  await vi.waitFor(() => {
    expect(changed).toHaveBeenCalledOnce();
  }, 30_000);
  expect((await questionAt(preview, 'first')).problems).toEqual([problem]);
  await put('first', 1, { title: 'Another?' });
  void preview.change(['physics/first.md']);
  expect((await questionAt(preview, 'first')).problems).toEqual([]);
});

test('an answer that cannot be rendered is reported', async () => {
  await put('first', 1);
  const preview = open(undefined, { examine: () => Promise.resolve({ fault: 'it took longer than 2 s' }) });
  const { problems } = await questionAt(preview, 'first');
  expect(problems).toMatchObject([{ code: 'answer-failed', severity: 'error' }]);
});
