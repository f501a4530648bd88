import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

import { contentFolder, displayPath } from '@/lib/catalogue/content-folder';
import { loadCatalogue } from '@/lib/catalogue/load';
import { readSubjectNames } from '@/lib/catalogue/subjects';
import { draftQuestion } from '@/lib/edit/new-question';
import { parseOptions } from '@/lib/parse-options';
import { UserError } from '@/lib/user-error';
import { main } from './main';

main(async () => {
  const { values, positionals } = parseOptions({
    allowPositionals: true,
    options: {
      subject: { type: 'string' },
      slug: { type: 'string' },
      anyway: { type: 'boolean', default: false },
    },
  });
  const folder = contentFolder();
  const catalogue = loadCatalogue(folder);
  const { names } = readSubjectNames(folder);
  const question = positionals.join(' ') || (await ask('Question: '));
  const subject =
    values.subject ?? (await ask(`Subject (${catalogue.subjects.map(({ name }) => name).join(', ')}): `));
  const today = new Date().toISOString().slice(0, 10);
  const { slug, anyway } = values;
  const draft = draftQuestion({ question, subject, today, slug, anyway }, catalogue, names);

  if (draft.alike.length > 0 && !anyway) {
    const list = draft.alike.map(({ title, address }) => `  ${title}\n  ${address}`).join('\n');
    throw new UserError(
      `These questions may be the same:\n${list}\nExtend one of them, or run the command again with --anyway.`,
    );
  }
  const file = join(folder, draft.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, draft.text, { flag: 'wx' });
  console.log(`Wrote ${displayPath(folder, draft.path)}; its address is ${draft.address}.`);
});

async function ask(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new UserError('Expected a question: npm run new -- "Why is the sky blue?" --subject Physics');
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = (await lines.question(prompt)).trim();
  lines.close();
  if (answer === '') throw new UserError('Nothing was entered, so no file was written.');
  return answer;
}
