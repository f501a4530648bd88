import { parseArgs, type ParseArgsConfig } from 'node:util';

import { nearestWord } from './nearest-word';
import { isSystemError } from './system-error';
import { UserError } from './user-error';

/**
 * The options of a command, as `parseArgs` of Node.js reads them.
 *
 * @throws UserError for an option that the command does not have, naming the one that was probably meant, or a value that is
 *   missing or too much
 */
export function parseOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (isSystemError(error, 'ERR_PARSE_ARGS_UNKNOWN_OPTION')) {
      throw new UserError(explainUnknown(String(error), Object.keys(config.options ?? {})), { cause: error });
    }
    if (isSystemError(error, 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'))
      throw new UserError(String(error).replace(/^\w+(?: \[\w+\])?: /, ''), { cause: error });
    throw error;
  }
}

function explainUnknown(message: string, known: readonly string[]): string {
  const [, option = ''] = /'(--?[^'=]+)'/.exec(message) ?? [];
  const meant = nearestWord(option.replace(/^-+/, ''), known);
  const remedy =
    meant === undefined
      ? `Its options are ${known.map((name) => `--${name}`).join(', ')}.`
      : `Did you mean --${meant}?`;
  return `This command has no option ${option}. ${remedy}`;
}

/**
 * One of a list of values of an option.
 *
 * @throws UserError for any other, naming the one that was probably meant
 */
export function chooseOption<Value extends string>(
  option: string,
  found: string,
  values: readonly Value[],
): Value {
  const value = values.find((candidate) => candidate === found);
  if (value !== undefined) return value;
  const meant = nearestWord(found, values);
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UserError(`--${option} must be one of ${values.join(', ')}, found "${found}".${question}`);
}
