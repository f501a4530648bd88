import { join } from 'node:path';

import { writeLibrary } from '../library';
import { install } from './install';
import { pathOf, plainFile, writeProject, type Peer } from './peer';

const collection = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  questions: defineCollection({ loader: glob({ pattern: '**/*.md', base: './content' }) }),
};
`;

const question = `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  return (await getCollection('questions')).map((entry) => ({ params: { path: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { title, description, date, related } = entry.data;
const { Content } = await render(entry);
---
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="description" content={description}><link rel="canonical" href={Astro.url}></head>
<body><main><article><h1>{title}</h1><p>{new Date(date).toDateString()}</p><Content /></article>
<ul>{related.map((other) => <li><a href={other.url}>{other.title}</a></li>)}</ul></main></body></html>
`;

const list = `---
import { getCollection } from 'astro:content';

export async function getStaticPaths({ paginate }) {
  return paginate(await getCollection('questions'), { pageSize: 50 });
}
const { page } = Astro.props;
---
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Questions</title></head>
<body><ul>{page.data.map(({ id, data }) => <li><a href={'/' + id}>{data.title}</a></li>)}</ul></body></html>
`;

/** Formulas stay as they are written. */
export const astro: Peer = {
  name: 'Astro 5',
  command: ['npx', '--no-install', 'astro', 'build', '--silent'],
  output: 'dist',
  content: 'content',
  async prepare(folder, count) {
    await writeProject(folder, {
      'astro.config.mjs': `export default { site: 'https://questions.example', build: { format: 'file' } };\n`,
      'src/content.config.ts': collection,
      'src/pages/[...path].astro': question,
      'src/pages/page/[page].astro': list,
    });
    await install(folder, 'astro@5');
    await writeLibrary(join(folder, 'content'), count, plainFile, pathOf);
  },
};
