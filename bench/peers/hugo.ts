import { join } from 'node:path';

import { writeLibrary } from '../library';
import { pathOf, plainFile, writeProject, type Peer } from './peer';

const base = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body><main>{{ block "main" . }}{{ end }}</main></body></html>
`;

const question = `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Date.Format "Jan 2, 2006" }}</p>{{ .Content }}</article>
<ul>{{ range .Params.related }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ul>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
`;

const list = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }}
`;

/** Formulas stay as they are written: Hugo leaves them to scripts in the browser. */
export const hugo: Peer = {
  name: 'Hugo',
  command: ['hugo', '--quiet'],
  output: 'public',
  content: 'content',
  async prepare(folder, count) {
    await writeProject(folder, {
      'hugo.toml':
        'baseURL = "https://questions.example/"\ntitle = "Questions"\nlanguageCode = "en"\npaginate = 50\nuglyURLs = true\ndisableKinds = ["taxonomy", "term"]\n',
      'layouts/_default/baseof.html': base,
      'layouts/_default/single.html': question,
      'layouts/_default/list.html': list,
      'layouts/index.html': list,
    });
    await writeLibrary(join(folder, 'content'), count, plainFile, pathOf);
  },
};
