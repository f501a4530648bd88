import { isMap, isScalar, parseDocument, type Document } from 'yaml';

import { parseQuestionPath } from '@/lib/site';
import { boundProblems, errorAt, type Finding, type Place, type Problem } from '@/lib/source/problem';
import { readYamlList, type YamlList } from './yaml-list';

export const redirectsFile = 'redirects.yaml';

/** Addresses of questions that moved, and where each leads now, in one step. */
export type Redirects = ReadonlyMap<string, string>;

/** One line of the file. */
export interface RedirectLine {
  from: string;
  to: string;
  place: Place;
}

/** Reads `redirects.yaml`, a list of `old address: new address`. A folder without one has none. */
export async function readRedirects(
  folder: string,
): Promise<{ redirects: Redirects; lines: RedirectLine[]; problems: Problem[] }> {
  const { list, name } = await readYamlList(folder, redirectsFile, 'redirects');
  const { lines, findings } = toLines(list);
  const { redirects, loops } = flatten(lines);
  return { redirects, lines, problems: boundProblems([...findings, ...loops]).map(name) };
}

/** The file's text with lines added, chains made single steps. @throws Error when it is not valid. */
export function addRedirects(text: string, added: Redirects): string {
  const document: Document = parseDocument(text === '' ? '{}' : text);
  if (!isMap(document.contents)) throw new Error(`${redirectsFile} is not a list of "old: new" lines`);
  document.contents.flow = false;
  for (const [from, to] of added) {
    for (const pair of document.contents.items) {
      if (isScalar(pair.value) && pair.value.value === from) pair.value.value = to;
    }
    document.delete(to);
    document.set(from, to);
  }
  return document.toString({ lineWidth: 0 });
}

function toLines({ document, findings: found, placeAt }: YamlList): {
  lines: RedirectLine[];
  findings: Finding[];
} {
  const findings = [...found];
  const lines: RedirectLine[] = [];
  if (!document) return { lines, findings };
  const items = isMap(document.contents) ? document.contents.items : [];
  if (!isMap(document.contents)) {
    findings.push(errorAt(placeAt(0), 'redirects', 'Expected lines of "old address: new address".'));
  }
  for (const { key, value } of items) {
    const from = isScalar(key) ? key.value : undefined;
    const to = isScalar(value) ? value.value : undefined;
    const place = placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    if (isAddress(from) && isAddress(to)) lines.push({ from, to, place });
    else {
      const message = `Expected two addresses, "/learn/<subject>/questions/<slug>: /learn/<subject>/questions/<slug>", found "${String(from)}: ${String(to)}".`;
      findings.push(errorAt(place, 'redirects', message));
    }
  }
  return { lines, findings };
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && parseQuestionPath(value) !== undefined;
}

function flatten(lines: readonly RedirectLine[]): { redirects: Redirects; loops: Finding[] } {
  const steps = new Map(lines.map(({ from, to }) => [from, to]));
  const redirects = new Map<string, string>();
  const loops: Finding[] = [];
  for (const { from, to, place } of lines) {
    const passed = new Set([from]);
    let end = to;
    for (let next = steps.get(end); next !== undefined && !passed.has(end); next = steps.get(end)) {
      passed.add(end);
      end = next;
    }
    if (passed.has(end)) {
      const message = `The redirect from ${from} leads in a circle: let it lead to a question.`;
      loops.push(errorAt(place, 'redirect-loop', message));
    } else {
      redirects.set(from, end);
    }
  }
  return { redirects, loops };
}
