import { pageSize, plainForm, site, type Peer } from './peer';
import { installPeer, writeProject } from './project';

const packages = [
  '@11ty/eleventy@3.1.8',
  '@11ty/eleventy-plugin-rss@3.0.0',
  '@11ty/eleventy-plugin-syntaxhighlight@5.0.2',
];
const packagesOfFormulas = ['@mdit/plugin-tex@0.24.2', 'temml@0.13.5'];

const formulas = {
  imports: `import { tex } from '@mdit/plugin-tex';\nimport temml from 'temml';\n`,
  use: `eleventy.amendLibrary('md', (markdown) =>
    markdown.use(tex, { render: (text, displayMode) => temml.renderToString(text, { displayMode }) }));`,
};

const configuration = ({
  imports,
  use,
}: typeof formulas) => `import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import highlight from '@11ty/eleventy-plugin-syntaxhighlight';
${imports}
const newestFirst = (api) => api.getFilteredByTag('questions').toReversed();

function pagesOf(path, items) {
  return Array.from({ length: Math.ceil(items.length / ${pageSize}) }, (_, number) => ({
    path: \`\${path}/\${number + 1}.html\`,
    items: items.slice(number * ${pageSize}, (number + 1) * ${pageSize}),
  }));
}

export default function (eleventy) {
  ${use}
  eleventy.addPlugin(highlight);
  eleventy.addPlugin(feedPlugin, {
    type: 'rss',
    outputPath: '/rss.xml',
    collection: { name: 'questions', limit: ${pageSize} },
    metadata: { language: 'en', title: 'Questions', subtitle: 'Questions', base: '${site}/', author: { name: 'QuickTakes' } },
  });
  eleventy.addCollection('lists', (api) => {
    const items = newestFirst(api);
    const subjects = new Map();
    for (const item of items) {
      const { subject } = item.data;
      if (!subjects.has(subject)) subjects.set(subject, []);
      subjects.get(subject).push(item);
    }
    return [
      { path: 'index.html', items: items.slice(0, ${pageSize}) },
      ...pagesOf('learn', items),
      ...[...subjects].flatMap(([subject, ofSubject]) =>
        pagesOf(\`learn/\${subject.toLowerCase().replace(' ', '-')}\`, ofSubject),
      ),
    ];
  });
  return { dir: { input: 'site', output: 'public' }, markdownTemplateEngine: false };
}
`;

const layout = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ description }}"><link rel="canonical" href="${site}{{ page.url }}"></head>
<body><main><article><h1>{{ title }}</h1><p>{{ page.date.toDateString() }}</p>{{ content | safe }}</article>
<ul>{% for other in related %}<li><a href="{{ other.url }}">{{ other.title }}</a></li>{% endfor %}</ul></main></body></html>
`;

const list = `---
pagination:
  data: collections.lists
  size: 1
  alias: list
permalink: "{{ list.path }}"
---
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Questions</title></head><body>
<ul>{% for item in list.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ul></body></html>
`;

const sitemap = `---
permalink: sitemap.xml
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for item in collections.questions %}
<url><loc>${site}{{ item.url }}</loc></url>{% endfor %}
</urlset>
`;

/** Formulas stay as text unless the same library as in this project converts them. */
export function eleventy(setsFormulas: boolean): Peer {
  const id = setsFormulas ? 'eleventy-temml' : 'eleventy';
  return {
    id,
    name: setsFormulas ? 'Eleventy 3.1.8, Temml' : 'Eleventy 3.1.8',
    folder: id,
    missing: undefined,
    command: ['node_modules/.bin/eleventy', '--quiet'],
    paths: { cwd: '.', content: 'site/learn', site: 'public', component: 'site/_includes/question.njk' },
    left: ['public'],
    form: plainForm,
    kept: 0,
    async prepare(folder) {
      await writeProject(folder, {
        'eleventy.config.js': configuration(setsFormulas ? formulas : { imports: '', use: '' }),
        'site/_includes/question.njk': layout,
        'site/list.njk': list,
        'site/sitemap.njk': sitemap,
        'site/learn/learn.11tydata.js':
          "export default { layout: 'question.njk', tags: 'questions', permalink: ({ page }) => `${page.filePathStem}.html` };\n",
      });
      await installPeer(folder, setsFormulas ? [...packages, ...packagesOfFormulas] : packages);
    },
  };
}
