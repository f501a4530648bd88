import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { questionFile } from '../question-file';
import { byteFiles } from './bytes';
import { frontMatterFiles } from './front-matter';
import { isText, type HostileFile } from './hostile-file';
import { nameFiles } from './names';
import { payloadFiles } from './payloads';
import { slowFiles } from './slow';
import { togetherFiles } from './together';

/** Number of good files among the hostile ones. */
const goodCount = 12;

export interface Corpus {
  hostile: HostileFile[];
  /** Paths within the content folder of files without a fault. */
  good: string[];
}

/**
 * Writes all hostile files and some good ones into a content folder.
 *
 * @param canary path of a file that executed content would create
 * @param secret path of a file outside the folder whose contents must not appear anywhere
 */
export function writeCorpus(folder: string, canary: string, secret: string): Corpus {
  const hostile = [
    ...frontMatterFiles(canary),
    ...payloadFiles(),
    ...slowFiles(),
    ...byteFiles(),
    ...nameFiles(secret),
    ...togetherFiles(),
  ];
  for (const file of hostile) put(folder, file);
  const good = Array.from({ length: goodCount }, (_, index) => `physics/good-${index + 1}.md`);
  good.forEach((path, index) => {
    const next = good[(index + 1) % goodCount]?.replace('.md', '').replace('physics/', '');
    const answer = `See [the next one](/learn/physics/questions/${String(next)}): $x^2$ costs $5 and $10.`;
    writeFileSync(join(folder, path), questionFile(index + 1, { answer, escaped: index % 2 === 1 }));
  });
  return { hostile, good };
}

function put(folder: string, { path, pathBytes, content }: HostileFile): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  const at = pathBytes ? Buffer.concat([Buffer.from(`${folder}/`), pathBytes]) : target;
  if (isText(content)) writeFileSync(at, content);
  else if ('link' in content) symlinkSync(content.link, target);
  else execFileSync('mkfifo', [target]);
}
