import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { generateQuestion, sourceForm, type Form, type Library } from './questions';

const run = promisify(execFile);

/** Seconds between two commits of a generated history. */
const commitSeconds = 8 * 60 * 60;
const [name, email] = ['Bench', 'bench@questions.example'] as const;
const firstCommit = Date.UTC(2024, 0, 1) / 1000;

/** Writes the files of a library below a folder, and its git history if it has one. */
export async function writeLibrary(folder: string, library: Library, form: Form = sourceForm): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (library.commits > 0) return writeHistory(folder, library, form);
  const known = new Set<string>();
  for (let index = 0; index < library.count; index += 1) {
    const question = generateQuestion(index, library);
    const path = join(folder, form.path(question));
    const parent = dirname(path);
    if (!known.has(parent)) await mkdir(parent, { recursive: true });
    known.add(parent);
    await writeFile(path, form.text(question));
  }
}

/**
 * Creates a repository whose first commit has every file. Each later commit changes one file. `git
 * fast-import` receives all commits at once: 3,000 commits take seconds instead of minutes.
 */
async function writeHistory(folder: string, library: Library, form: Form): Promise<void> {
  const { count, commits } = library;
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  // Background maintenance of git would distort the figures.
  const settings = { 'user.name': name, 'user.email': email, 'gc.auto': '0' };
  for (const [key, value] of Object.entries(settings)) await git(folder, 'config', key, value);
  const importer = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve, reject) => {
    importer.on('error', reject);
    importer.on('close', resolve);
  });
  const write = async (text: string) => {
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain');
  };
  // Each commit appends its number to a file as a comment. The last commit of a file removes the comment.
  const writeFileOf = async (index: number, draft: number | undefined) => {
    const question = generateQuestion(index, library);
    const text = form.text(question) + (draft === undefined ? '' : `\n<!-- ${draft} -->\n`);
    await write(`M 644 inline ${form.path(question)}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  };
  for (let commit = 0; commit < commits; commit += 1) {
    const time = firstCommit + commit * commitSeconds;
    await write(`commit refs/heads/main\ncommitter ${name} <${email}> ${time} +0000\ndata 6\nChange\n`);
    if (commit > 0) await writeFileOf((commit - 1) % count, commit + count < commits ? commit : undefined);
    else {
      for (let index = 0; index < count; index += 1) {
        await writeFileOf(index, index < commits - 1 ? 0 : undefined);
      }
    }
  }
  importer.stdin.end();
  const code = await ended;
  if (code !== 0) throw new Error(`git fast-import failed with ${String(code)}`);
  await git(folder, 'reset', '--quiet', '--hard');
}

/** Commits all changes of a library; does nothing without a history. */
export async function commitChanges(folder: string, { commits }: Library): Promise<void> {
  if (commits === 0) return;
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'Change');
}

async function git(folder: string, ...args: string[]): Promise<void> {
  await run('git', args, { cwd: folder });
}
