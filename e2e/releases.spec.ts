import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

const run = promisify(execFile);

let folder: string;

test.describe.configure({ mode: 'serial' });

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'releases-'));
  for (const subject of ['law', 'physics']) {
    await cp(join('content', subject), join(folder, 'content', subject), { recursive: true });
  }
  await cp('content/subjects.yaml', join(folder, 'content/subjects.yaml'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Builds the content of this test's folder into one of its folders. @returns what the build said */
async function build(out: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('node', ['scripts/run.mjs', 'build', ...args], {
    env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, out) },
  });
  return stdout;
}

/** The hash of every file of a release, by path. */
async function contentsOf(out: string): Promise<Map<string, string>> {
  const start = join(folder, out);
  const contents = new Map<string, string>();
  // The published folder is a link.
  const entries = await readdir(`${start}/`, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((item) => item.isFile())) {
    const path = join(entry.parentPath, entry.name);
    contents.set(
      relative(start, path),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return contents;
}

async function files(subject: string): Promise<string[]> {
  return (await readdir(join(folder, 'content', subject))).map((name) =>
    join(folder, 'content', subject, name),
  );
}

test('a release made of changes is a clean one to the byte, whatever changed', async () => {
  test.setTimeout(480_000);
  await build('out');
  const [changed = '', renamed = '', deleted = ''] = await files('law');
  const edits = [
    async () => {
      await writeFile(
        changed,
        `${await readFile(changed, 'utf8')}\nOne more line, with $x^2$ and zanzibar.\n`,
      );
    },
    async () => {
      const text = (await readFile(renamed, 'utf8')).replace(
        /^title: .*$/m,
        'title: "A question of another name?"',
      );
      await rm(renamed);
      await writeFile(join(folder, 'content/law/a-question-of-another-name.md'), text);
      await rm(deleted);
    },
    async () => {
      const [first = ''] = await files('physics');
      const text = (await readFile(first, 'utf8')).replace(/^id: \d+$/m, 'id: 99999');
      await writeFile(join(folder, 'content/physics/an-added-question.md'), text);
      const subjects = join(folder, 'content/subjects.yaml');
      await writeFile(subjects, (await readFile(subjects, 'utf8')).replace('name: Law', 'name: The Law'));
    },
  ];
  for (const edit of edits) {
    await edit();
    expect(await build('out')).toMatch(/Building [1-9]\d* pages; \d+ stay as they are/);
  }
  expect(await build('out')).toContain('Building 0 pages;');
  await build('clean');
  expect(await contentsOf('out')).toEqual(await contentsOf('clean'));
  await run('node', ['scripts/run.mjs', 'release', '--back'], {
    env: { ...process.env, OUT_DIR: join(folder, 'out') },
  });
  await expect(readFile(join(folder, 'out/learn/law.html'), 'utf8')).resolves.toContain('The Law');
});

test('a file that was cut short in the published release is made again', async () => {
  test.setTimeout(480_000);
  await build('out');
  const before = await contentsOf('out');
  const page = join(folder, 'out/learn/law.html');
  await writeFile(page, (await readFile(page, 'utf8')).slice(0, 100));
  await rm(join(folder, 'out/icon.svg'));
  await build('out');
  expect(await contentsOf('out')).toEqual(before);
});

test('machines that make parts of a release make the same release together', async () => {
  test.setTimeout(480_000);
  await build('part', '--shard', '1/2');
  await build('part', '--shard', '2/2');
  // As if they came from other machines.
  await rename(join(folder, 'part.shards'), join(folder, 'shards'));
  expect(await build('out', '--from', join(folder, 'shards'))).toContain('Building 0 pages;');
  await build('clean');
  expect(await contentsOf('out')).toEqual(await contentsOf('clean'));
});
