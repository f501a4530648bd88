import { isMap, isScalar } from 'yaml';

import { parseQuestionPath } from '@/lib/site';
import { boundProblems, errorAt, type Finding, type Place, type Problem } from '@/lib/source/problem';
import { parseList, readYamlList, type YamlList } from './yaml-list';

export const redirectsFile = 'redirects.yaml';

/** Old addresses of questions and their final targets. */
export type Redirects = ReadonlyMap<string, string>;

/** A line of the file. */
export interface RedirectLine {
  from: string;
  to: string;
  place: Place;
}

/** Reads `redirects.yaml`, a list of `old address: new address`. A missing file means no redirects. */
export function readRedirects(folder: string): {
  redirects: Redirects;
  lines: RedirectLine[];
  problems: Problem[];
} {
  const { list, name } = readYamlList(folder, redirectsFile, 'redirects');
  const { lines, findings } = toLines(list);
  const { redirects, loops } = flatten(lines);
  return { redirects, lines, problems: boundProblems([...findings, ...loops]).map(name) };
}

/**
 * Adds lines to the text of the file and shortens chains to single redirects.
 *
 * @throws Error if the text is invalid
 */
export function addRedirects(text: string, added: Redirects): string {
  const document = parseList(text === '' ? '{}' : text);
  if (!document || !isMap(document.contents))
    throw new Error(`${redirectsFile} is not a list of "old: new" lines`);
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
  const endOf = endsOf(new Map(lines.map(({ from, to }) => [from, to])));
  const redirects = new Map<string, string>();
  const loops: Finding[] = [];
  for (const { from, place } of lines) {
    const end = endOf(from);
    if (end !== undefined) redirects.set(from, end);
    else {
      const message = `The redirect from ${from} is part of a loop: change it so that it leads to a question.`;
      loops.push(errorAt(place, 'redirect-loop', message));
    }
  }
  return { redirects, loops };
}

/**
 * The final target of each address; undefined for a loop. Visits no step twice, since chains of tens of
 * thousands of steps are possible.
 */
function endsOf(steps: ReadonlyMap<string, string>): (from: string) => string | undefined {
  const ends = new Map<string, string | undefined>();
  return (from) => {
    const passed: string[] = [];
    let address = from;
    for (let next = steps.get(address); next !== undefined && !ends.has(address); next = steps.get(address)) {
      // Visiting an address again means a loop.
      ends.set(address, undefined);
      passed.push(address);
      address = next;
    }
    const end = steps.has(address) ? ends.get(address) : address;
    for (const other of passed) ends.set(other, end);
    return end;
  };
}
