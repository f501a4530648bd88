import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { movedQuestion } from './sites';

/** Enough for an archive of three pages. */
const generatedQuestions = 110;

/** Writes documents in the form of the source library, and enough others to fill more than one page. */
export async function writeSourceContent(content: string): Promise<void> {
  await rm(content, { recursive: true, force: true });
  await cp('e2e/content', content, { recursive: true });
  await mkdir(join(content, 'history'));
  for (let number = 1; number <= generatedQuestions; number += 1) {
    const slug = `what-happened-in-the-year-${number}`;
    const file = `---\nid: ${number}\ndate: 2024-01-01\ntitle: What happened in the year ${number}?\nsubject: History\nseo:\n  page_description: The year ${number} in a few words.\n---\nMuch happened in the year ${number}.\n`;
    await writeFile(join(content, 'history', `${slug}.md`), file);
  }
  const [oldest, old] = movedQuestion.from;
  await writeFile(join(content, 'redirects.yaml'), `${oldest}: ${old}\n${old}: ${movedQuestion.to}\n`);
}
