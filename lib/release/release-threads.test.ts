import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Reply } from '@/lib/threads/pool';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { UserError } from '@/lib/user-error';
import { artifact, type Artifact, type FileRecord } from './artifacts/artifact';
import { surroundings } from './plan/fixtures';
import { ReleaseThreads } from './release-threads';
import work, { type KeepOrder, type ReleaseReply, type ReleaseRequest } from './release-worker';
import { emptyIndex, filesOf, IndexSection, linesOf, type ReleaseIndex } from './store/release-index';

/** Answers the requests in this thread, where each test decides how. */
const pool = vi.hoisted(() => ({
  run: (_: ReleaseRequest): Promise<Reply<ReleaseReply>> => Promise.reject(new Error('no test')),
}));

vi.mock('@/lib/threads/pool', () => ({
  ThreadPool: class {
    run = (request: ReleaseRequest) => pool.run(request);
    close = () => Promise.resolve();
  },
}));

const temporary = temporaryFolder();
const threads = new ReleaseThreads();

const requests: ReleaseRequest[] = [];

/** Decides the reply to every request of a test. */
function reply(to: (request: ReleaseRequest) => Reply<ReleaseReply>): void {
  pool.run = (request) => {
    requests.push(request);
    return Promise.resolve(to(request));
  };
}

/** Handles every request of a test in this thread. */
function workHere(): void {
  pool.run = async (request) => {
    requests.push(request);
    return { result: await work(request) };
  };
}

beforeEach(() => {
  requests.length = 0;
});

const sixteen = (start = 0): Artifact[] =>
  Array.from({ length: 16 }, (_, index) =>
    artifact('file', `${start + index}.html`, `key of ${start + index}`, () => ({ text: '' })),
  );

const context = () => ({
  release: temporary.path,
  contentFolder: temporary.path,
  answersFolder: temporary.path,
  menu: [],
  styles: JSON.stringify(surroundings.styles),
});

describe('preparing', () => {
  test('loads the modules of the kinds that releases usually make', async () => {
    reply(() => ({ result: { written: [], lost: [] } }));
    await threads.prepare();
    expect(requests).toEqual([
      { do: 'load', kinds: expect.arrayContaining(['question', 'list']) as string[] },
    ]);
  });

  test('names the reason if the modules cannot be loaded', async () => {
    reply(() => ({ fault: 'a module is missing' }));
    await expect(threads.prepare()).rejects.toThrow(
      new UserError('The code that makes a release could not be loaded: a module is missing'),
    );
  });
});

describe('making', () => {
  /** Replies like a thread that fails at some artifacts. */
  const makeExcept =
    (failing: readonly string[], parts: { targets?: string[]; faults?: string[] } = {}) =>
    (request: ReleaseRequest): Reply<ReleaseReply> => {
      if (request.do !== 'make') throw new Error(`unexpected: ${request.do}`);
      if (request.artifacts.some(({ path }) => failing.includes(path))) return { fault: 'no memory' };
      const written = request.artifacts.map(({ path }) => ({
        size: path.length,
        targets: parts.targets ?? [],
        faults: parts.faults ?? [],
      }));
      return { result: { written, lost: [] } };
    };

  async function make(artifacts: readonly Artifact[]) {
    const done: FileRecord[] = [];
    const targets = await threads.make(artifacts, context(), (records) => done.push(...records));
    return { targets, done };
  }

  test('reports path, key and size of every file once', async () => {
    reply(makeExcept([]));
    const artifacts = [...sixteen(), ...sixteen(16), ...sixteen(32).slice(0, 3)];
    const { done } = await make(artifacts);
    expect(done).toHaveLength(artifacts.length);
    expect(new Map(done.map((file) => [file.path, file]))).toEqual(
      new Map(artifacts.map(({ path, key }) => [path, { path, key, size: path.length }])),
    );
  });

  test.each(['0.html', '7.html', '15.html'])('names %s if it alone fails among sixteen', async (failing) => {
    reply(makeExcept([failing]));
    await expect(make(sixteen())).rejects.toThrow(new UserError(`${failing} could not be made: no memory`));
  });

  test('succeeds if artifacts fail only together', async () => {
    reply((request) =>
      request.do === 'make' && request.artifacts.length > 1
        ? { fault: 'no memory' }
        : makeExcept([])(request),
    );
    const { done } = await make(sixteen());
    expect(done.map(({ path }) => path)).toEqual(sixteen().map(({ path }) => path));
    expect(requests).toHaveLength(1 + 16);
  });

  test('computes the input of an artifact only when it is made', async () => {
    reply(makeExcept([]));
    const input = vi.fn(() => ({ text: '' }));
    const one = artifact('file', 'a.html', 'key', input);
    expect(input).not.toHaveBeenCalled();
    await make([one]);
    expect(requests).toMatchObject([{ artifacts: [{ path: 'a.html', kind: 'file', input: { text: '' } }] }]);
  });

  test('returns the addresses that files link to, each with a file that has the link', async () => {
    reply(makeExcept([], { targets: ['/learn', '/learn/law'] }));
    const { targets } = await make(sixteen());
    expect([...targets.keys()]).toEqual(['/learn', '/learn/law']);
    for (const path of targets.values()) expect(sixteen().map((each) => each.path)).toContain(path);
  });

  test('names every page that breaks a rule of search engines, and reports none of them as made', async () => {
    reply((request) =>
      makeExcept([], {
        faults: request.do === 'make' && request.artifacts[0]?.path === '0.html' ? ['0: two titles'] : [],
      })(request),
    );
    const done: string[] = [];
    const made = threads.make([...sixteen(), ...sixteen(16)], context(), (records) => {
      done.push(...records.map(({ path }) => path));
    });
    await expect(made).rejects.toThrow(UserError);
    await expect(made).rejects.toThrow(
      `These pages break rules of search engines:\n${'  0: two titles\n'.repeat(16).trimEnd()}`,
    );
    expect(done).toEqual(sixteen(16).map(({ path }) => path));
  });
});

const recorded = (path: string, content: string): FileRecord => ({
  path,
  key: `key of ${content}`,
  size: content.length,
});

describe('removing damaged files', () => {
  const indexOf = (sections: Readonly<Record<string, FileRecord[]>>): ReleaseIndex =>
    new Map(
      Object.entries(sections).map(([name, files]) => [
        name,
        new IndexSection({ name, context: 'context', key: 'key', sitemaps: [] }, linesOf(files)),
      ]),
    );

  const index = indexOf({
    law: [recorded('law/a.html', 'a'), recorded('law/b.html', 'b')],
    physics: [recorded('physics/c.html', 'c')],
  });

  test('returns the same index if no file is damaged, and asks a thread once', async () => {
    workHere();
    for (const { path } of filesOf(index.values())) await temporary.put(path, 'x');
    expect(await threads.removeDamaged(temporary.path, index)).toBe(index);
    expect(requests).toHaveLength(1);
  });

  test('returns an index without the damaged files, and with the other sections as they are', async () => {
    workHere();
    await temporary.put('law/a.html', 'a');
    await temporary.put('law/b.html', 'longer');
    await temporary.put('physics/c.html', 'c');
    const remaining = await threads.removeDamaged(temporary.path, index);
    expect([...filesOf(remaining.values())].map(({ path }) => path)).toEqual([
      'law/a.html',
      'physics/c.html',
    ]);
    // A key stands for all files of a section.
    expect(remaining.get('law')?.key).toBe('');
    expect(remaining.get('physics')).toBe(index.get('physics'));
    expect(existsSync(join(temporary.path, 'law/b.html'))).toBe(false);
  });

  test('names the reason if the files cannot be compared', async () => {
    reply(() => ({ fault: 'Error: EACCES' }));
    await expect(threads.removeDamaged(temporary.path, index)).rejects.toThrow(
      new UserError('The files of an earlier release could not be compared: Error: EACCES'),
    );
  });

  test('without files needs no thread', async () => {
    reply(() => ({ fault: 'asked' }));
    expect(await threads.removeDamaged(temporary.path, emptyIndex)).toBe(emptyIndex);
    expect(requests).toEqual([]);
  });
});

describe('keeping', () => {
  const order = (release: string, files: readonly FileRecord[]): KeepOrder => ({
    from: join(temporary.path, release),
    lines: linesOf(files),
  });

  const next = () => join(temporary.path, 'next');

  test('links files of several releases, and returns the paths of those that are lost', async () => {
    workHere();
    await mkdir(next());
    await temporary.put('first/a.html', 'a');
    await temporary.put('first/cut.html', '');
    await temporary.put('second/b.html', 'b');
    const orders = [
      order('first', [recorded('a.html', 'a'), recorded('cut.html', 'cut')]),
      order('second', [recorded('gone.html', 'gone'), recorded('b.html', 'b')]),
    ];
    expect(await threads.keep(orders, next())).toEqual(new Set(['cut.html', 'gone.html']));
    expect(await readFile(join(next(), 'a.html'), 'utf8')).toBe('a');
    expect(await readFile(join(next(), 'b.html'), 'utf8')).toBe('b');
  });

  test('asks a thread for each order, and takes orders only as fast as the threads carry them out', async () => {
    const waiting: (() => void)[] = [];
    pool.run = (request) => {
      requests.push(request);
      return new Promise((resolve) => {
        waiting.push(() => {
          resolve({ result: { written: [], lost: [] } });
        });
      });
    };
    let taken = 0;
    function* orders(): Generator<KeepOrder> {
      for (; taken < 1000; taken += 1) yield order('first', [recorded(`${taken}.html`, 'a')]);
    }
    const kept = threads.keep(orders(), next());
    await setImmediate();
    expect(taken).toBeLessThan(1000);
    while (waiting.length > 0) {
      waiting.shift()?.();
      await setImmediate();
    }
    expect(await kept).toEqual(new Set());
    expect(requests).toHaveLength(1000);
    expect(requests[999]).toEqual({ do: 'keep', to: next(), ...order('first', [recorded('999.html', 'a')]) });
  });

  test('names the reason if files cannot be linked', async () => {
    reply(() => ({ fault: 'Error: ENOSPC, link second/b.html' }));
    await expect(threads.keep([order('second', [recorded('b.html', 'b')])], next())).rejects.toThrow(
      new UserError('Files of an earlier release could not be linked: Error: ENOSPC, link second/b.html'),
    );
  });

  test('without files needs no thread', async () => {
    reply(() => ({ fault: 'asked' }));
    expect(await threads.keep([], next())).toEqual(new Set());
    expect(requests).toEqual([]);
  });
});
