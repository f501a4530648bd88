import { isAlias, isScalar, visit, type Document, type Pair, type Scalar } from 'yaml';

import { limits } from '@/lib/limits';
import { boundProblems, errorAt, type Finding, type Place, type Problem } from '@/lib/source/problem';
import { decodeUtf8 } from '@/lib/source/decode-utf8';
import { placesOf } from '@/lib/source/places';
import { describeHidden, findHiddenCharacters } from '@/lib/source/hidden-characters';
import { parseYaml } from '@/lib/source/parse-yaml';
import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import { displayPath, readContent } from './content-folder';

/** A YAML file beside the questions, as plain data. */
export interface YamlList {
  /** Undefined if one of the findings is an error, or if the file is empty or missing. */
  document: Document | undefined;
  findings: Finding[];
  placeAt: (offset: number) => Place;
}

/** Reads an optional YAML file of a content folder. Invalid input becomes findings with the given `code`. */
export function readYamlList(
  folder: string,
  fileName: string,
  code: string,
): { list: YamlList; name: (finding: Finding) => Problem } {
  const file = displayPath(folder, fileName);
  const name = (finding: Finding): Problem => ({ file, ...finding });
  const refuse = (message: string) => ({ list: refused(errorAt(start, code, message)), name });
  try {
    const bytes = readContent(folder, fileName, limits.listFileBytes);
    if (bytes.length > limits.listFileBytes) {
      return refuse(`The file has more than the ${limits.listFileBytes} bytes that are allowed.`);
    }
    const text = decodeUtf8(bytes);
    if (text === undefined) return refuse('The file is not UTF-8 text: save it with that encoding.');
    return { list: parseYamlList(text, code), name };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isMissing = isSystemError(error.cause, 'ENOENT');
    return isMissing ? { list: parseYamlList('', code), name } : refuse(error.message);
  }
}

const start: Place = { line: 1, column: 1 };

/** Nesting levels that such a file needs. */
const levels = 2;

function refused(...findings: Finding[]): YamlList {
  return { document: undefined, findings, placeAt: () => start };
}

/** Like {@link readYamlList}, for a text. */
function parseYamlList(text: string, code: string): YamlList {
  const placeAt = placesOf(text);
  const hidden = findHiddenCharacters(text).map(({ character, index }) =>
    errorAt(placeAt(index), code, describeHidden(character)),
  );
  if (hidden.length > 0) return refused(...boundProblems(hidden));
  const document = parseList(text);
  if (!document) {
    return refused(errorAt(start, code, `The file is nested deeper than ${levels} levels: flatten it.`));
  }
  const findings = document.errors
    .slice(0, limits.problemsOfFile + 1)
    .map(({ message, pos }) => errorAt(placeAt(pos[0]), code, `This is not valid YAML: ${message}.`));
  visit(document, {
    Map: (_, { items }) => {
      for (const key of repeatedKeys(items)) {
        const place = placeAt(key.range?.[0] ?? 0);
        const message = `"${String(key.value)}" is here a second time: keep one of the two lines.`;
        findings.push(errorAt(place, code, message));
      }
    },
    Node: (_, node) => {
      const place = placeAt(node.range?.[0] ?? 0);
      if (isAlias(node)) {
        findings.push(errorAt(place, code, `"*${node.source}" is a YAML alias: write the value out.`));
      } else if (isScalar(node) && node.value === '__proto__') {
        // Schemas ignore this key, because objects cannot have it as an ordinary key.
        findings.push(errorAt(place, code, '"__proto__" is not an allowed key: remove it.'));
      } else if (node.tag !== undefined) {
        findings.push(errorAt(place, code, 'YAML tags ("!…") are not allowed: remove it.'));
      }
    },
  });
  if (findings.length > 0) return { document: undefined, findings: boundProblems(findings), placeAt };
  return { document: document.contents === null ? undefined : document, findings, placeAt };
}

/**
 * Parses such a text; undefined if it is nested too deeply. Accepts repeated keys, because the parser would
 * compare each key with every other, which takes minutes for tens of thousands.
 */
export function parseList(text: string): Document.Parsed | undefined {
  const document = parseYaml(text, { levels }, { uniqueKeys: false });
  return typeof document === 'string' ? undefined : document;
}

/** All repetitions of equal keys. */
function repeatedKeys(pairs: readonly Pair[]): Scalar[] {
  const known = new Set<unknown>();
  return pairs
    .map(({ key }) => key)
    .filter(isScalar)
    .filter(({ value }) => known.size === known.add(value).size);
}
