import { isNode } from 'yaml';
import * as z from 'zod';

import { limits } from '@/lib/limits';
import { isSlug, slugRule } from '@/lib/site';
import { subjectSlugs } from '@/lib/source/article';
import { boundProblems, errorAt, type Finding, type Problem } from '@/lib/source/problem';
import { readYamlList, type YamlList } from './yaml-list';

/** Names of the colors of subjects. `app/accents.css` defines them. */
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

const text = z.string().trim().min(1).max(limits.textLength);

const subjectsSchema = z.record(
  z.string().refine(isSlug, `must be a slug: ${slugRule}`),
  z.strictObject({
    name: text,
    description: text.optional(),
    accent: z.enum(accents).optional(),
    /** Shown below every answer of the subject. */
    note: text.optional(),
  }),
);

/** The contents of `subjects.yaml`, by slug. */
export type SubjectNames = z.infer<typeof subjectsSchema>;

/**
 * The entry of one subject. Uses own properties only, because `constructor` could be the slug of a subject.
 */
export function findSubject(names: SubjectNames, slug: string): SubjectNames[string] | undefined {
  return Object.hasOwn(names, slug) ? names[slug] : undefined;
}

/**
 * The value of `subject` for a file in the folder of a subject: the subject's name, or the folder's name if a
 * file with that value would belong into another folder. Readers may see any name, such as "The Law" for `law`.
 */
export function subjectValue(folder: string, name: string): string {
  return subjectSlugs(name).includes(folder) ? name : folder;
}

/** Reads `subjects.yaml`. If there is none, names come from the documents. */
export function readSubjectNames(folder: string): { names: SubjectNames; problems: Problem[] } {
  const { list, name } = readYamlList(folder, 'subjects.yaml', 'subjects');
  const { names, findings } = toSubjectNames(list);
  return { names, problems: findings.map(name) };
}

function toSubjectNames({ document, findings, placeAt }: YamlList): {
  names: SubjectNames;
  findings: Finding[];
} {
  if (!document) return { names: {}, findings };
  const parsed = subjectsSchema.safeParse(document.toJS());
  if (parsed.success) return { names: parsed.data, findings };
  const issues = parsed.error.issues.slice(0, limits.problemsOfFile + 1).map(({ path, message }) => {
    const node = document.getIn(path, true);
    const place = placeAt(isNode(node) && node.range ? node.range[0] : 0);
    return errorAt(place, 'subjects', `"${path.map(String).join('.')}": ${message}.`);
  });
  return { names: {}, findings: boundProblems(issues) };
}
