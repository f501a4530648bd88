import { writeFile } from 'node:fs/promises';

import { format } from 'prettier';

import { articleJsonSchema } from '@/lib/source/schema';
import { main } from './main';

main(async () => {
  const text = await format(JSON.stringify(articleJsonSchema()), { parser: 'json' });
  await writeFile('schemas/question.schema.json', text);
});
