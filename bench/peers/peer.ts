import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { stringify } from 'yaml';

import { questionPath } from '@/lib/site';
import { generateQuestion, subjectFolder, type GeneratedQuestion } from '../library';

/** Another site generator. It gets the same documents and shows as much of each as its own means allow. */
export interface Peer {
  name: string;
  /**
   * Writes a project for it, and installs it there where it is a package.
   *
   * @param count how many of the generated questions the project has
   */
  prepare: (folder: string, count: number) => Promise<void>;
  /** Builds the project, from its folder. */
  command: readonly [program: string, ...args: string[]];
  /** Where, in the project, the site is then. */
  output: string;
  /** Where, in the project, the questions are. */
  content: string;
  /** How many releases it keeps on disk beside the one in use: a machine that publishes has them before an edit. */
  kept?: number;
}

/** Writes files of a project, by path. */
export async function writeProject(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Where the file of a question lies, below a folder of content: as its address, so that every generator agrees. */
export function pathOf({ subject, slug }: GeneratedQuestion): string {
  return `learn/${subjectFolder(subject)}/questions/${slug}.md`;
}

/** The file of a question as any generator reads it, with the links that its page shows. */
export function plainFile(question: GeneratedQuestion, count: number): string {
  const { title, date, description, subject, keywords, related, answer } = question;
  const frontMatter = {
    title,
    date,
    description,
    subject,
    keywords,
    related: related.map((index) => {
      const other = generateQuestion(index, count);
      return { title: other.title, url: questionPath(subjectFolder(other.subject), other.slug) };
    }),
  };
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${answer}`;
}
