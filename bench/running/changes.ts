import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { generateQuestion } from '../library/questions';
import type { Project } from './project';

/** Adds a word at the beginning of an answer, a different one for each number. */
export async function editQuestion({ peer, folder, library }: Project, number: number): Promise<void> {
  const question = generateQuestion(number % library.count, library);
  const path = join(folder, peer.paths.content, peer.form.path(question));
  await replaceIn(path, question.answer.slice(0, 20), `Edited${number} $&`);
}

/** Adds a question after the last one of the library. */
export async function addQuestion({ peer, folder, library }: Project, number: number): Promise<void> {
  const index = library.count + number;
  const question = generateQuestion(index, { ...library, count: index + 1 });
  const path = join(folder, peer.paths.content, peer.form.path(question));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, peer.form.text(question));
}

/** Changes an attribute in the component of the question page. */
export async function changeComponent({ peer, folder }: Project, number: number): Promise<void> {
  const path = join(folder, peer.paths.component);
  await replaceIn(path, /<article(?: data-run="\d+")?/, `<article data-run="${number}"`);
}

async function replaceIn(path: string, found: string | RegExp, replacement: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const replaced = text.replace(found, replacement);
  if (replaced === text) throw new Error(`${path} does not have ${String(found)}`);
  await writeFile(path, replaced);
}
