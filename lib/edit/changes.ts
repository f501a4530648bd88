import { resolve } from 'node:path';

import { askGit } from '@/lib/catalogue/git';
import { UserError } from '@/lib/user-error';

/** Changes below a folder since its branch left the main branch. Paths are absolute. */
export interface ContentChanges {
  changed: Set<string>;
  /** Deleted or renamed files. */
  gone: string[];
  /** The root folder of the repository, and the commit to compare with. */
  root: string;
  base: string;
}

/**
 * Compares a folder's files, saved or committed, with the merge base of HEAD and the branch that changes go to:
 * `BASE_REF`, or the first of origin/main and main that exists.
 *
 * @throws UserError outside a git repository, or without such a branch
 */
export async function findChanges(folder: string): Promise<ContentChanges> {
  const git = async (...args: string[]) => {
    const answer = await askGit(folder, ...args);
    if ('text' in answer) return answer.text;
    throw new UserError(
      `--changed works only in a git repository: ${answer.message}. Run npm run check without it.`,
    );
  };
  const root = (await git('rev-parse', '--show-toplevel')).trim();
  const base = await mergeBase(folder);
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
    root,
    base,
  };
}

async function mergeBase(folder: string): Promise<string> {
  const candidates = process.env.BASE_REF === undefined ? ['origin/main', 'main'] : [process.env.BASE_REF];
  for (const candidate of candidates) {
    const base = await askGit(folder, 'merge-base', 'HEAD', candidate);
    if ('text' in base) return base.text.trim();
  }
  throw new UserError(
    `--changed compares with ${candidates.join(' or ')}, which this repository does not have. Fetch it, or name another branch in BASE_REF.`,
  );
}
