import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { UserError } from '@/lib/user-error';

const run = promisify(execFile);

/** Maximum output of git in bytes: the history of hundreds of thousands of files. */
const maxBuffer = 1024 * 1024 * 1024;

/** Expected reasons for git to return nothing. */
export type NoAnswer =
  'no git' | 'no folder' | 'no repository' | 'no commits' | 'not trusted' | 'no such name' | 'nothing found';

/** The message of git for each reason. Git is run with English messages. */
const said: readonly [RegExp, NoAnswer][] = [
  [/cannot change to/, 'no folder'],
  [/not a git repository/, 'no repository'],
  [/does not have any commits yet|ambiguous argument 'HEAD'|Not a valid object name HEAD/, 'no commits'],
  [/detected dubious ownership/, 'not trusted'],
  [/Not a valid (?:object|commit) name/, 'no such name'],
];

/**
 * Asks git about a folder.
 *
 * @returns the output, or the expected reason why there is none
 * @throws UserError for any other failure, such as a damaged repository
 */
export async function askGit(
  folder: string,
  ...args: string[]
): Promise<{ text: string } | { none: NoAnswer; message: string }> {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer, env });
    return { text: stdout };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return { none: 'no git', message: 'git is not installed' };
    const message = 'stderr' in error ? String(error.stderr).trim() : error.message;
    if (error.code === 1 && message === '') return { none: 'nothing found', message: 'it found nothing' };
    for (const [words, none] of said) if (words.test(message)) return { none, message };
    throw new UserError(`git ${args.join(' ')} fails in ${folder}: ${message || error.message}`, {
      cause: error,
    });
  }
}
