import { contentFolder } from './content-folder';
import { askGit } from './git';

/** The day, YYYY-MM-DD, on which each file was last changed, by its path within the content folder. */
export type ChangedDays = ReadonlyMap<string, string>;

/**
 * Asks git when files below a folder changed last. Knows nothing without git, of a folder without history, or of one whose
 * history was cut off: what seems to be the last change there may be the first commit that was fetched. Warns where git
 * does not trust the owner of the repository.
 *
 * @throws UserError when the repository is damaged
 */
export async function readChangedDays(folder: string): Promise<ChangedDays> {
  const shallow = await askGit(folder, 'rev-parse', '--is-shallow-repository');
  if ('none' in shallow && shallow.none === 'not trusted') {
    process.emitWarning(`Pages do not say when they were changed, since git says: ${shallow.message}`);
  }
  if ('none' in shallow || shallow.text.trim() === 'true') return new Map();
  const format = ['--format=format:%x00%cs', '--name-only', '--no-renames', '--relative'];
  const log = await askGit(folder, '-c', 'core.quotePath=off', 'log', ...format, '--', '.');
  return 'none' in log ? new Map() : parseLog(log.text);
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
