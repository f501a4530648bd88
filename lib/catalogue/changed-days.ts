import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

import pMap from 'p-map';

import { codeVersion } from '@/lib/cache/code-version';
import { versionFolder } from '@/lib/cache/version-folder';
import { contentFolder } from './content-folder';
import { askGit } from './git';
import { appendKnownDays, readKnownDays, writeKnownDays } from './known-days';

/**
 * The day (YYYY-MM-DD) of the last change of each file, by its path within the content folder. May also
 * contain deleted files.
 */
export type ChangedDays = ReadonlyMap<string, string>;

/** Up to this number of paths are passed to git as arguments. For more paths, git lists all files. */
const namedAtOnce = 1000;

/**
 * Asks git for the last change of each file below a folder: the latest day among the commits that change the
 * file, without merges. The result is empty without git, without the folder, outside a repository, and for a
 * shallow clone, where the last change may be missing. Prints a warning if git does not trust the owner of the repository.
 *
 * @param knownFile stores the result, so that the next call reads only later commits; if the history was
 *   rewritten since then, the whole history is read again
 * @throws UserError if the repository is damaged
 */
export async function readChangedDays(folder: string, knownFile?: string): Promise<ChangedDays> {
  const head = await readHead(folder);
  return head === undefined ? new Map() : readDaysAt(head, folder, knownFile);
}

/** The last commit of a complete history; undefined without a history or for a shallow clone. */
async function readHead(folder: string): Promise<string | undefined> {
  const found = await askGit(folder, 'rev-parse', 'HEAD', '--is-shallow-repository');
  if ('none' in found) {
    if (found.none === 'not trusted') {
      process.emitWarning(`Pages do not say when they were changed, since git says: ${found.message}`);
    }
    return undefined;
  }
  const [head, isShallow] = found.text.split('\n');
  return isShallow === 'false' ? head : undefined;
}

async function readDaysAt(head: string, folder: string, knownFile: string | undefined): Promise<ChangedDays> {
  if (knownFile === undefined) return readHistory(folder, head);
  const known = readKnownDays(knownFile);
  if (known?.commit === head) return known.days;
  if (known && (await isAncestor(folder, known.commit, head))) {
    const read = await readLog(folder, `${known.commit}..${head}`, ['.']);
    const days = new Map([...read].filter(([path, day]) => day > (known.days.get(path) ?? '')));
    appendKnownDays(knownFile, { commit: head, days });
    for (const [path, day] of days) known.days.set(path, day);
    return known.days;
  }
  const days = await readHistory(folder, head);
  writeKnownDays(knownFile, { commit: head, days });
  return days;
}

async function isAncestor(folder: string, commit: string, of: string): Promise<boolean> {
  // True if git no longer knows the commit.
  return 'text' in (await askGit(folder, 'merge-base', '--is-ancestor', commit, of));
}

/**
 * Reads the days of a whole history, one folder after the other. For each commit, git builds the file list of
 * a folder from earlier lists. It caches too few of them to read all folders at once.
 */
async function readHistory(folder: string, head: string): Promise<Map<string, string>> {
  const listed = await askGit(folder, 'ls-tree', '-z', head);
  const folders: string[] = [];
  const files: string[] = [];
  for (const line of 'none' in listed ? [] : listed.text.split('\0')) {
    const name = line.slice(line.indexOf('\t') + 1);
    if (/^\d+ tree /.test(line)) folders.push(name);
    else if (line !== '') files.push(name);
  }
  const parts = files.length > namedAtOnce ? [['.']] : [...folders.map((name) => [name]), files];
  const read = (paths: readonly string[]) => (paths.length === 0 ? new Map() : readLog(folder, head, paths));
  return latestDays(await pMap(parts, read, { concurrency: availableParallelism() }));
}

/** @param commits a range of commits @param paths within the folder */
async function readLog(folder: string, commits: string, paths: readonly string[]): Promise<ChangedDays> {
  const log = await askGit(
    folder,
    '--literal-pathspecs',
    '-c',
    'core.quotePath=off',
    'log',
    commits,
    '--format=format:%x00%cs',
    '--name-only',
    '--no-renames',
    '--no-merges',
    '--full-history',
    '--relative',
    '--',
    ...paths,
  );
  return 'none' in log ? new Map() : parseLog(log.text);
}

function parseLog(log: string): ChangedDays {
  const days = new Map<string, string>();
  let day = '';
  for (const line of log.split('\n')) {
    // No path contains this character.
    if (line.startsWith('\0')) day = line.slice(1);
    else if (line !== '' && day > (days.get(line) ?? '')) days.set(line, day);
  }
  return days;
}

/** The latest known day of each file. */
function latestDays(all: readonly ChangedDays[]): Map<string, string> {
  const [first, ...others] = all;
  const latest = new Map(first);
  for (const days of others) {
    for (const [path, day] of days) if (day > (latest.get(path) ?? '')) latest.set(path, day);
  }
  return latest;
}

let current: { state: string; days: Promise<ChangedDays> } | undefined;

/**
 * Returns {@link readChangedDays} of `CONTENT_DIR`. Asks git once per state of the history, and stores the
 * result for the next command.
 */
export async function currentChangedDays(): Promise<ChangedDays> {
  const folder = contentFolder();
  const head = await readHead(folder);
  if (head === undefined) return new Map();
  const state = `${folder}\n${head}`;
  if (current?.state !== state) current = { state, days: readCurrentDays(head, folder) };
  return current.days;
}

async function readCurrentDays(head: string, folder: string): Promise<ChangedDays> {
  const cache = resolve(/* turbopackIgnore: true */ '.cache/changed-days');
  const version = await codeVersion('lib/catalogue/changed-days.ts');
  const known = await versionFolder(cache, version, hash('sha256', folder).slice(0, 16));
  return readDaysAt(head, folder, join(known, 'days'));
}
