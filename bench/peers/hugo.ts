import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { findProgram } from '@/lib/testing/installed';
import { pageSize, plainForm, site, type Peer } from './peer';
import { writeProject } from './project';

const run = promisify(execFile);

const configuration = `baseURL = "${site}/"
title = "Questions"
languageCode = "en"
paginate = ${pageSize}
uglyURLs = true
disableAliases = true

[taxonomies]
subject = "subject"

[outputs]
home = ["HTML", "RSS"]
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]

[services.rss]
limit = ${pageSize}
`;

const base = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body><main>{{ block "main" . }}{{ end }}</main></body></html>
`;

const question = `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Date.Format "Jan 2, 2006" }}</p>{{ .Content }}</article>
<ul>{{ range .Params.related }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ul>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
`;

const list = (pages: string, after: string) => `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range ${pages} }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
${after}{{ end }}
`;

/** Formulas stay as text: Hugo leaves them to scripts in the browser. */
export async function hugo(): Promise<Peer> {
  const found = findProgram('hugo');
  const version = found === undefined ? '' : (await run(found, ['version'])).stdout;
  return {
    id: 'hugo',
    name: `Hugo ${/v(\d+\.\d+)/.exec(version)?.[1] ?? ''}`.trim(),
    folder: 'hugo',
    missing: found === undefined ? 'Hugo is not installed' : undefined,
    command: ['hugo', '--quiet'],
    paths: { cwd: '.', content: 'content/learn', site: 'public', component: 'layouts/_default/single.html' },
    left: ['public', 'resources'],
    form: plainForm,
    kept: 0,
    prepare: (folder) =>
      writeProject(folder, {
        'hugo.toml': configuration,
        'layouts/_default/baseof.html': base,
        'layouts/_default/single.html': question,
        'layouts/_default/list.html': list(
          '.Paginator.Pages',
          '{{ template "_internal/pagination.html" . }}',
        ),
        'layouts/_default/terms.html': list('.Pages', ''),
        'layouts/index.html': list(`first ${pageSize} .Site.RegularPages`, ''),
      }),
  };
}
