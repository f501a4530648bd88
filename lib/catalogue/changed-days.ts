import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { isSystemError } from '@/lib/system-error';
import { contentFolder } from './content-folder';

const run = promisify(execFile);

/** Bytes of a history of hundreds of thousands of files. */
const maxBuffer = 1024 * 1024 * 1024;

/** Of git, when it cannot do at all what it is asked. */
const fatalExitCode = 128;

/** The day, YYYY-MM-DD, on which each file was last changed, by its path within the content folder. */
export type ChangedDays = ReadonlyMap<string, string>;

/**
 * Asks git when files below a folder changed last. Knows nothing without git, of a folder without history, or of one whose
 * history was cut off: what seems to be the last change there may be the first commit that was fetched.
 */
export async function readChangedDays(folder: string): Promise<ChangedDays> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', folder, '-c', 'core.quotePath=off', ...args], { maxBuffer });
    return stdout;
  };
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() === 'true') return new Map();
    return parseLog(
      await git('log', '--format=format:%x00%cs', '--name-only', '--no-renames', '--relative', '--', '.'),
    );
  } catch (error) {
    if (hasNoHistory(error)) return new Map();
    throw error;
  }
}

/** Whether git is not installed, or ended as it does outside a repository and before the first commit. */
function hasNoHistory(error: unknown): boolean {
  const hasFailed = error instanceof Error && 'code' in error && error.code === fatalExitCode;
  return hasFailed || isSystemError(error, 'ENOENT');
}

function parseLog(log: string): ChangedDays {
  const days = new Map<string, string>();
  let day = '';
  for (const line of log.split('\n')) {
    // No path has a character of this kind.
    if (line.startsWith('\0')) day = line.slice(1);
    // The newest commits come first.
    else if (line !== '' && !days.has(line)) days.set(line, day);
  }
  return days;
}

let current: Promise<ChangedDays> | undefined;

/** {@link readChangedDays} of `CONTENT_DIR`, asked once in a process. */
export function currentChangedDays(): Promise<ChangedDays> {
  current ??= readChangedDays(contentFolder());
  return current;
}
