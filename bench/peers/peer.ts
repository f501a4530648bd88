import type { Form } from '../library/questions';
import { addressOf, subjectFolder } from '../library/questions';

/** A site generator, this project included. Each gets the same documents. */
export interface Peer {
  /** Its name among the arguments of the bench. */
  id: string;
  /** Its name in tables, with its version. */
  name: string;
  /** Peers with the same folder share a project. */
  folder: string;
  /** Why it cannot be measured here. */
  missing: string | undefined;
  /** Writes a project for it into a folder that is not there yet, with the packages it needs. */
  prepare: (folder: string) => Promise<void>;
  /** Builds the project, in `cwd`. */
  command: readonly [program: string, ...args: string[]];
  env?: (folder: string) => Record<string, string>;
  /** Where it runs, where the library and the site are, and a component of the page of a question: paths in the folder. */
  paths: { cwd: string; content: string; site: string; component: string };
  /** What a build leaves beside the site, which a first build does not have. */
  left: readonly string[];
  form: Form;
  /** How many earlier releases it keeps; a publishing machine has them all before an edit. */
  kept: number;
}

/** Questions as any generator reads them, with the links that their pages show. Strings are JSON, which YAML contains. */
export const plainForm: Form = {
  path: ({ subject, slug }) => `${subjectFolder(subject)}/questions/${slug}.md`,
  text: ({ title, date, description, subject, keywords, related, answer }) => {
    const links = related.map((other) => ({ title: other.title, url: addressOf(other) }));
    const data = { title, description, subject, keywords, related: links };
    const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `---\ndate: ${date}\n${lines.join('\n')}\n---\n\n${answer}`;
  },
};

/** The site's address, in the projects of all. */
export const site = 'https://questions.example';

/** How many questions a list page has, and a feed. */
export const pageSize = 50;
