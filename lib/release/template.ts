import { codeVersion } from '@/lib/code-version';
import { editUrl, siteUrl } from '@/lib/site';
import { keyOf } from './output';

/** All that pages are made with. */
const templatePaths = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
];

/** Stands for everything besides content that pages are made of: code, configuration and dependencies. */
export async function templateKey(projectFolder = process.cwd()): Promise<string> {
  return keyOf(await codeVersion(projectFolder, templatePaths), siteUrl(), editUrl(''));
}
