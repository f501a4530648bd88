import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

import { errorAt, type Finding, type Problem } from '@/lib/source/problem';
import { displayPath } from './content-folder';

/** Names of the colours that a subject's pages may be tinted with; `app/globals.css` says what they look like. */
export const accents = [
  'crimson',
  'amber',
  'olive',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'rose',
] as const;

export type Accent = (typeof accents)[number];

const subjectsSchema = z.record(
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: lower-case letters, digits and single hyphens'),
  z.strictObject({
    name: z.string().trim().min(1),
    description: z.string().trim().min(1).optional(),
    accent: z.enum(accents).optional(),
    /** Stands below every answer of the subject. */
    note: z.string().trim().min(1).optional(),
  }),
);

/** What `subjects.yaml` says, by slug. */
export type SubjectNames = z.infer<typeof subjectsSchema>;

/** Reads `subjects.yaml`. A folder without one works: names then come from the documents. */
export async function readSubjectNames(
  folder: string,
): Promise<{ names: SubjectNames; problems: Problem[] }> {
  const fileName = 'subjects.yaml';
  const text = await readFile(join(/* turbopackIgnore: true */ folder, fileName), 'utf8').catch(() => '');
  const { names, findings } = parseSubjectNames(text);
  return {
    names,
    problems: findings.map((finding) => ({ file: displayPath(folder, fileName), ...finding })),
  };
}

function parseSubjectNames(text: string): { names: SubjectNames; findings: Finding[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, merge: false });
  const placeAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ message, pos }) =>
      errorAt(placeAt(pos[0]), 'yaml', `This is not valid YAML: ${message}.`),
    );
    return { names: {}, findings };
  }
  const parsed = subjectsSchema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success) return { names: parsed.data, findings: [] };
  const findings = parsed.error.issues.map(({ path, message }) => {
    const node = document.getIn(path, true);
    const place = isNode(node) && node.range ? placeAt(node.range[0]) : { line: 1, column: 1 };
    return errorAt(place, 'subjects', `"${path.map(String).join('.')}": ${message}.`);
  });
  return { names: {}, findings };
}
