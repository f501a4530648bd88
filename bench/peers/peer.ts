import type { Form } from '../library/questions';
import { addressOf, subjectFolder } from '../library/questions';

/** A site generator, including this project. All get the same documents. */
export interface Peer {
  /** Its name in the arguments of the bench. */
  id: string;
  /** Its name in tables, with its version. */
  name: string;
  /** Peers with the same folder share a project. */
  folder: string;
  /** The reason why it cannot be measured on this machine, if any. */
  missing: string | undefined;
  /** Writes a project for it into a folder that does not exist yet, and installs its packages. */
  prepare: (folder: string) => Promise<void>;
  /** The command that builds the project, in `cwd`. */
  command: readonly [program: string, ...args: string[]];
  env?: (folder: string) => Record<string, string>;
  /** Paths in the folder: working directory, library, built site, and the component of the question page. */
  paths: { cwd: string; content: string; site: string; component: string };
  /** Files that a build leaves outside the site and that are removed before a first build. */
  left: readonly string[];
  form: Form;
  /** Number of earlier releases that it keeps. They all exist before an edit is measured. */
  kept: number;
}

/**
 * Questions in a format that any generator reads, with the links that their pages show. Strings are JSON,
 * which is valid YAML.
 */
export const plainForm: Form = {
  path: ({ subject, slug }) => `${subjectFolder(subject)}/questions/${slug}.md`,
  text: ({ title, date, description, subject, keywords, related, answer }) => {
    const links = related.map((other) => ({ title: other.title, url: addressOf(other) }));
    const data = { title, description, subject, keywords, related: links };
    const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `---\ndate: ${date}\n${lines.join('\n')}\n---\n\n${answer}`;
  },
};

/** The site's address in all projects. */
export const site = 'https://questions.example';

/** Number of questions on a list page and in a feed. */
export const pageSize = 50;
