import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, cp, mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { serveSite } from '@/lib/deploy/serve';
import type { Problem } from '@/lib/source/problem';
import { freePort } from '@/lib/testing/free-port';
import { writeCorpus } from '@/lib/testing/hostile/corpus';
import { findFaults } from '@/lib/testing/hostile/faults';
import { librarySite } from './sites';

// One test after the other, because all of them build in this checkout.
test.describe.configure({ mode: 'default' });

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(
  command: string,
  env: Record<string, string>,
  ...args: string[]
): Promise<{ exitCode: number | null; output: string; stdout: string }> {
  const child = spawn(process.execPath, ['scripts/run.mjs', command, ...args], {
    env: { ...process.env, OUT_DIR: join(folder, 'out'), PORT: String(await freePort()), ...env },
  });
  let [output, stdout] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exitCode, output, stdout };
}

test('npm start explains a port that is taken', async () => {
  const { port } = new URL(librarySite);
  const { exitCode, output } = await run('start', { PORT: port });
  expect(output).toContain(`Port ${port} is taken. Stop what uses it, or choose another: PORT=`);
  expect(exitCode).toBe(1);
});

test('npm start explains a PORT that is not a port number', async () => {
  const { exitCode, output } = await run('start', { PORT: 'http' });
  expect(output).toContain('PORT must be a number from 1 to 65535, found "http".');
  expect(exitCode).toBe(1);
});

test('npm start explains a content folder that is missing, a file, or empty', async () => {
  await writeFile(join(folder, 'file'), '');
  await mkdir(join(folder, 'empty'));
  for (const [name, message] of [
    ['missing', 'There is no content folder at'],
    ['file', 'is a file, not a folder'],
    ['empty', 'contains no questions'],
  ] as const) {
    const { exitCode, output } = await run('start', { CONTENT_DIR: join(folder, name) });
    expect(output).toContain(message);
    expect(output).not.toContain('    at ');
    expect(exitCode).toBe(1);
  }
});

test('a build lists every file with errors and does not change the published release', async () => {
  const content = join(folder, 'content');
  await cp('e2e/content', content, { recursive: true });
  await writeFile(join(content, 'mathematics/first.md'), '---\nid: 1\n---\nx');
  await writeFile(join(content, 'mathematics/second.md'), 'no front matter');
  await mkdir(join(folder, 'release'));
  await writeFile(join(folder, 'release/index.html'), 'the last good one');
  await symlink('release', join(folder, 'out'));
  const { exitCode, output } = await run('build', { CONTENT_DIR: content });
  expect(output).toContain('first.md:1:1  error  The key "title" is required and missing.  [missing-key]');
  expect(output).toContain('second.md:1:1  error  The file must begin with front matter');
  expect(output).toContain('in 2 files. Fix them and build again; nothing was published.');
  expect(exitCode).toBe(1);
  expect(await readlink(join(folder, 'out'))).toBe('release');
  expect(await readFile(join(folder, 'out/index.html'), 'utf8')).toBe('the last good one');
});

test('a build with --skip-broken publishes the valid files', async () => {
  const content = join(folder, 'content');
  await cp('e2e/content', content, { recursive: true });
  await writeFile(join(content, 'mathematics/first.md'), '---\nid: 1\n---\nx');
  const good = await readFile('e2e/content/health-studies/why-do-people-faint-when-they-stand-up.md', 'utf8');
  const deep = good
    .replaceAll('why-do-people-faint-when-they-stand-up', 'too-deep')
    .replace(/^id: .*/m, 'id: 2')
    .replace('Standing up lets', `${'> '.repeat(2000)}Standing <b>up</b> lets`);
  await writeFile(join(content, 'health-studies/too-deep.md'), deep);
  const { exitCode, output } = await run('build', { CONTENT_DIR: content }, '--skip-broken');
  expect(output).toMatch(/first\.md:1:1 {2}error/);
  expect(output).toMatch(/too-deep\.md:\d+:5 {2}error {2}Lists and quotes are nested deeper than 20 levels/);
  expect(exitCode).toBe(0);
  const published = await readdir(join(folder, 'out/learn/health-studies/questions'));
  expect(published).toContain('why-do-people-faint-when-they-stand-up.html');
  expect(published).not.toContain('too-deep.html');
});

test('npm start explains a content folder in which every file has errors', async () => {
  await writeFile(join(folder, 'a.md'), 'x');
  await writeFile(join(folder, 'b.md'), 'y');
  const { exitCode, output } = await run('start', { CONTENT_DIR: folder });
  expect(output).toContain('a.md:1:1');
  expect(output).toContain('b.md:1:1');
  expect(output).toContain('No question could be read. Found 2 errors in 2 files.');
  expect(exitCode).toBe(1);
});

test('npm run new creates a question, npm run move renames it, and the old address redirects', async () => {
  const content = join(folder, 'content');
  await cp('e2e/content', content, { recursive: true });
  const env = { CONTENT_DIR: content };
  const written = await run('new', env, 'What is a quaternion?', '--subject', 'Mathematics');
  expect(written.output).toContain('its address is /learn/mathematics/questions/what-is-a-quaternion.');
  const unchanged = await run('build', env);
  expect(unchanged.output).toContain('placeholder');
  expect(unchanged.exitCode).toBe(1);
  const file = join(content, 'mathematics/what-is-a-quaternion.md');
  const template = await readFile(file, 'utf8');
  await writeFile(
    file,
    template
      .replace(
        /page_description: .*/,
        'page_description: A number with four parts, which describes turns in space.',
      )
      .replace(/page_keywords: .*/, 'page_keywords: quaternions')
      .replace(/(\n---\n)[^]*/, '$1\nA quaternion is a number with four parts.\n'),
  );
  const again = await run('new', env, 'What is the quaternion?', '--subject', 'Mathematics');
  expect(again.output).toContain('These questions may be the same:\n  What is a quaternion?');
  expect(again.exitCode).toBe(1);
  const moved = await run('move', env, 'what-is-a-quaternion', 'how-do-quaternions-turn-things');
  expect(moved.output).toContain('the old address is redirected');
  const { exitCode, output } = await run('build', env);
  expect(output).toContain('Built');
  expect(exitCode).toBe(0);
  const old = '/learn/mathematics/questions/what-is-a-quaternion';
  const now = '/learn/mathematics/questions/how-do-quaternions-turn-things';
  expect(await readFile(join(folder, `out${old}.html`), 'utf8')).toContain(`content="0;url=${now}"`);
  expect(await readFile(join(folder, 'out/_redirects'), 'utf8')).toBe(`${old} ${now} 301\n`);
  expect(await readFile(join(folder, 'out/redirects.map'), 'utf8')).toBe(`${old} ${now};\n`);
  const server = await serveSite(join(folder, 'out'), 0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const response = await fetch(`http://localhost:${port}${old}`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, now]);
  server.close();
});

test('npm run check --format json prints only a JSON array', async () => {
  await mkdir(join(folder, 'law'));
  await writeFile(join(folder, 'law/a.md'), '---\nid: x\n---\n');
  const problems = await checkAsJson(folder);
  expect(problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toContain(
    '2:5 invalid-value',
  );
  expect(Object.keys(problems[0] ?? {})).toEqual(['file', 'line', 'column', 'severity', 'code', 'message']);
});

test('a build with hostile files succeeds and publishes all valid files', async () => {
  const content = join(folder, 'content');
  const [canary, secret] = [join(folder, 'canary'), join(folder, 'secret')];
  await mkdir(content);
  await writeFile(secret, 'TOP SECRET');
  const corpus = writeCorpus(content, canary, secret);
  const { exitCode, output } = await run('build', { CONTENT_DIR: content }, '--skip-broken');
  for (const shown of ['TOP SECRET', 'root:x:', '\u001B', '\u202E']) expect(output).not.toContain(shown);
  expect(output).not.toMatch(/^::/m);
  expect(exitCode).toBe(0);
  expect(existsSync(canary)).toBe(false);

  const problems = await checkAsJson(content);
  const givenUp = filesGivenUp(output);
  expect(findFaults(content, join(folder, 'out'), corpus, problems, givenUp)).toEqual([]);
  const explained = await readFile('docs/problems.md', 'utf8');
  for (const { code } of problems) expect(explained).toContain(`### ${code}\n`);
});

/**
 * Files whose rendering exceeded the time limit in a build. A later check may succeed, because the limit
 * depends on what else the machine does.
 */
function filesGivenUp(output: string): string[] {
  return Array.from(
    output.matchAll(/^(.+):1:1 {2}error {2}.+ {2}\[answer-failed\]$/gm),
    ([, file = '']) => file,
  );
}

/** The problems from `npm run check` with its JSON output. */
async function checkAsJson(content: string): Promise<Problem[]> {
  const { exitCode, stdout } = await run('check', { CONTENT_DIR: content }, '--format', 'json');
  expect(exitCode).toBe(1);
  return JSON.parse(stdout) as Problem[];
}
