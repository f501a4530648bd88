import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AnswerRenderer } from '@/lib/answer/answers';
import {
  contentFolder,
  displayPath,
  listContent,
  pathsWithin,
  readContent,
} from '@/lib/catalogue/content-folder';
import { formatArticle } from '@/lib/edit/format';
import { parseOptions } from '@/lib/parse-options';
import { formatProblem } from '@/lib/source/problem';
import { main } from './main';

main(async () => {
  const { values, positionals } = parseOptions({
    allowPositionals: true,
    options: { keep: { type: 'boolean', default: false } },
  });
  const folder = contentFolder();
  const paths = positionals.length > 0 ? pathsWithin(folder, positionals) : listContent(folder).paths;
  const renderer = new AnswerRenderer();
  let changed = 0;
  for (const path of paths) {
    const file = join(folder, path);
    const bytes = readContent(folder, path);
    const source = { file: displayPath(folder, path), path, bytes };
    const result = await formatArticle(source, renderer, { keepRedundant: values.keep });
    if ('problems' in result) {
      for (const problem of result.problems) console.log(formatProblem(problem));
      process.exitCode = 1;
    } else if (result.text !== new TextDecoder().decode(bytes)) {
      await writeFile(file, result.text);
      console.log(`Rewrote ${source.file}`);
      changed += 1;
    }
  }
  console.log(`${changed} of ${paths.length} files rewritten.`);
});
