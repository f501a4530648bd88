import { parseArgs, type ParseArgsConfig } from 'node:util';

import { nearestWord } from './nearest-word';
import { isSystemError } from './system-error';
import { UserError } from './user-error';

/**
 * Parses the options of a command with `parseArgs` of Node.js.
 *
 * @throws UserError for an unknown option, with a suggestion, and for a missing or unexpected value
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
 * Selects one of the possible values of an option.
 *
 * @throws UserError for any other value, with a suggestion
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
