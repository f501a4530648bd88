import { join } from 'node:path';

import { writeLibrary } from '../library';
import { install } from './install';
import { pathOf, plainFile, writeProject, type Peer } from './peer';

const configuration = `import highlight from '@11ty/eleventy-plugin-syntaxhighlight';

export default function (eleventy) {
  eleventy.addPlugin(highlight);
  return { dir: { input: 'content', output: 'public' }, markdownTemplateEngine: false };
}
`;

const layout = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ description }}"><link rel="canonical" href="https://questions.example{{ page.url }}"></head>
<body><main><article><h1>{{ title }}</h1><p>{{ page.date.toDateString() }}</p>{{ content | safe }}</article>
<ul>{% for other in related %}<li><a href="{{ other.url }}">{{ other.title }}</a></li>{% endfor %}</ul></main></body></html>
`;

const list = `---
pagination:
  data: collections.questions
  size: 50
permalink: "page/{{ pagination.pageNumber }}.html"
---
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Questions</title></head><body>
<ul>{% for item in pagination.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}</ul></body></html>
`;

/** Formulas stay as they are written. */
export const eleventy: Peer = {
  name: 'Eleventy 3',
  command: ['npx', '--no-install', 'eleventy', '--quiet'],
  output: 'public',
  content: 'content',
  async prepare(folder, count) {
    await writeProject(folder, {
      'eleventy.config.js': configuration,
      'content/_includes/question.njk': layout,
      'content/list.njk': list,
      'content/learn/learn.11tydata.js':
        "export default { layout: 'question.njk', tags: 'questions', permalink: ({ page }) => `${page.filePathStem}.html` };\n",
    });
    await install(folder, '@11ty/eleventy@3', '@11ty/eleventy-plugin-syntaxhighlight@5');
    await writeLibrary(join(folder, 'content'), count, plainFile, pathOf);
  },
};
