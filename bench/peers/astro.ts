import { pageSize, plainForm, site, type Peer } from './peer';
import { installPeer, writeProject } from './project';

const packages = ['astro@7.3.5', '@astrojs/rss@4.0.19', '@astrojs/sitemap@3.7.4'];
const packagesOfFormulas = ['@astrojs/markdown-remark@7.3.1', 'remark-math@6.0.0', 'rehype-katex@7.0.1'];

const formulas = {
  imports: `import { unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
`,
  use: 'markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },',
};

const configuration = ({ imports, use }: typeof formulas) => `import sitemap from '@astrojs/sitemap';
${imports}
export default { site: '${site}', build: { format: 'file' }, integrations: [sitemap()], ${use} };
`;

const collection = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  questions: defineCollection({ loader: glob({ pattern: '**/*.md', base: './content' }) }),
};
`;

const questions = `import { getCollection } from 'astro:content';

let sorted;

/** Newest first. */
export function questions() {
  sorted ??= getCollection('questions').then((all) => all.sort((a, b) => b.data.date - a.data.date));
  return sorted;
}
`;

const question = `---
import { render } from 'astro:content';
import { questions } from '../../questions.js';

export async function getStaticPaths() {
  return (await questions()).map((entry) => ({ params: { path: entry.id }, props: { entry } }));
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

const page = (head: string, items: string) => `---
${head}
---
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Questions</title></head>
<body><ul>{${items}.map(({ id, data }) => <li><a href={'/learn/' + id}>{data.title}</a></li>)}</ul></body></html>
`;

const home = page(
  `import { questions } from '../questions.js';\nconst newest = (await questions()).slice(0, ${pageSize});`,
  'newest',
);

const archive = page(
  `import { questions } from '../../questions.js';

export async function getStaticPaths({ paginate }) {
  return paginate(await questions(), { pageSize: ${pageSize} });
}
const { page } = Astro.props;`,
  'page.data',
);

const subject = page(
  `import { questions } from '../../../questions.js';

export async function getStaticPaths({ paginate }) {
  const subjects = Map.groupBy(await questions(), ({ id }) => id.split('/')[0]);
  return [...subjects].flatMap(([subject, ofSubject]) => paginate(ofSubject, { params: { subject }, pageSize: ${pageSize} }));
}
const { page } = Astro.props;`,
  'page.data',
);

const feed = `import rss from '@astrojs/rss';
import { questions } from '../questions.js';

export async function GET() {
  const newest = (await questions()).slice(0, ${pageSize});
  const items = newest.map(({ id, data }) => ({
    title: data.title, description: data.description, pubDate: data.date, link: '/learn/' + id,
  }));
  return rss({ title: 'Questions', description: 'Questions', site: '${site}', items });
}
`;

/**
 * Formulas stay as text unless KaTeX converts them. In that case Astro uses remark instead of its own parser.
 */
export function astro(setsFormulas: boolean, missing: string | undefined): Peer {
  const id = setsFormulas ? 'astro-katex' : 'astro';
  return {
    id,
    name: setsFormulas ? 'Astro 7.3.5, KaTeX' : 'Astro 7.3.5',
    folder: id,
    missing,
    command: ['node_modules/.bin/astro', 'build', '--silent'],
    env: () => ({ ASTRO_TELEMETRY_DISABLED: '1' }),
    paths: { cwd: '.', content: 'content', site: 'dist', component: 'src/pages/learn/[...path].astro' },
    left: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
    form: plainForm,
    kept: 0,
    async prepare(folder) {
      await writeProject(folder, {
        'astro.config.mjs': configuration(setsFormulas ? formulas : { imports: '', use: '' }),
        'src/content.config.ts': collection,
        'src/questions.js': questions,
        'src/pages/index.astro': home,
        'src/pages/rss.xml.js': feed,
        'src/pages/learn/[...path].astro': question,
        'src/pages/all/[page].astro': archive,
        'src/pages/subjects/[subject]/[page].astro': subject,
      });
      await installPeer(folder, setsFormulas ? [...packages, ...packagesOfFormulas] : packages);
    },
  };
}
