import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

const run = promisify(execFile);

/** Bytes of a list of files that git may print. */
const maxBuffer = 64 * 1024 * 1024;

/** What changed below a folder since it parted from the main branch. Absolute paths. */
export interface Changes {
  changed: Set<string>;
  /** Deleted, or renamed to something else. */
  gone: string[];
}

/**
 * Compares a folder's files, saved or committed, with the merge base of HEAD and the branch that changes go to:
 * `BASE_REF`, or the first of origin/main and main that exists.
 *
 * @throws UserError without git, outside a git repository, or without such a branch
 */
export async function findChanges(folder: string): Promise<Changes> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer });
    return stdout;
  };
  const root = (await git('rev-parse', '--show-toplevel').catch(explainMissing)).trim();
  const base = await mergeBase(git);
  const diff = await git('diff', '--name-status', '-z', '--no-renames', base, '--', '.');
  const untracked = await git('ls-files', '--others', '--exclude-standard', '-z', '--full-name', '--', '.');
  const changed = new Set(untracked.split('\0').filter(Boolean));
  const gone: string[] = [];
  const fields = diff.split('\0');
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [status, path = ''] = [fields[index], fields[index + 1]];
    if (status === 'D') gone.push(path);
    else changed.add(path);
  }
  return {
    changed: new Set([...changed].map((path) => resolve(root, path))),
    gone: gone.map((path) => resolve(root, path)),
  };
}

async function mergeBase(git: (...args: string[]) => Promise<string>): Promise<string> {
  const candidates = process.env.BASE_REF === undefined ? ['origin/main', 'main'] : [process.env.BASE_REF];
  for (const candidate of candidates) {
    const base = await git('merge-base', 'HEAD', candidate).catch(() => '');
    if (base !== '') return base.trim();
  }
  throw new UserError(
    `--changed compares with ${candidates.join(' or ')}, which this repository does not have. Fetch it, or name another branch in BASE_REF.`,
  );
}

function explainMissing(error: unknown): never {
  if (isSystemError(error, 'ENOENT')) {
    throw new UserError('--changed needs git, which is not installed. Run npm run check without it.');
  }
  throw new UserError('--changed works in a git repository only. Run npm run check without it.');
}
