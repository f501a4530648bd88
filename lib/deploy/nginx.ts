import { headersByName, patternOf } from '@/lib/hosting/headers';
import { redirectsMapFile } from '@/lib/hosting/redirects';
import { contentTypes, isTextual } from './content-types';
import { checkRoot, ownPath, type ServerOptions } from './server';

/**
 * A configuration of nginx for `conf.d` or `sites-enabled`: clean addresses, headers, redirects, the 404 page
 * and precompressed files. nginx reads redirects only when it is reloaded. Until then, an old address answers
 * with a redirect page.
 *
 * @throws UserError if the path of the folder cannot be written in such a configuration
 */
export function nginxConfiguration({ root, port, name }: ServerOptions): string {
  // A variable in `root`, and a pattern in `include`, where quotation marks change nothing.
  checkRoot(root, '$*?[', 'nginx');
  const headers = [...headersByName()].map(([header, values]) => {
    const variable = `$send_${header.toLowerCase().replaceAll('-', '_')}`;
    // nginx uses the first expression that matches.
    const lines = values
      .toReversed()
      .map(({ rule, value }) => `  ${quote(`~${patternOf(rule)}`)} ${quote(value)};`);
    return { header, variable, map: `map $uri ${variable} {\n  default "";\n${lines.join('\n')}\n}\n` };
  });
  const types = Object.entries(contentTypes).map(([ending, type]) => `    ${type} ${ending};`);
  // nginx always includes HTML, and warns about a type that is listed twice.
  const textual = [...new Set(Object.values(contentTypes))]
    .filter((type) => type !== undefined && type !== 'text/html' && isTextual(type))
    .join(' ');
  return `# Moved addresses may be long.
map_hash_bucket_size 1024;
${headers.map(({ map }) => map).join('')}map $uri $moved_to {
  default "";
  include ${quote(`${root}/${redirectsMapFile}`)};
}
server {
  listen ${port};
  server_name ${name};
  root ${quote(root)};
  charset utf-8;
  charset_types ${textual};
  server_tokens off;
  # Each request sees one release: nothing is remembered of files.
  open_file_cache off;
  # A redirect leads to the host that was asked, behind a proxy too.
  absolute_redirect off;
  gzip on;
  gzip_vary on;
  gzip_types ${textual};
  gzip_static on;
  types {
${types.join('\n')}
  }
${headers.map(({ header, variable }) => `  add_header ${header} ${variable} always;`).join('\n')}
  error_page 404 /404.html;
  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
  if ($moved_to) { return 301 $moved_to; }
  rewrite ^/index\\.html$ / permanent;
  rewrite ^(${ownPath})/+$ $1 permanent;
  location = / { try_files /index.html =404; }
  location = /404 { return 404; }
  location = /404.html { internal; }
  # Only what they are the compressed form of has an address.
  location ~ \\.(?:br|gz)$ { return 404; }
  location ~ ^(${ownPath})\\.html$ { return 301 $1; }
  location / { try_files $uri.html $uri =404; }
}
`;
}

/**
 * A text as a quoted string of nginx. The texts of this site contain no dollar sign except at the end of an
 * expression.
 */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
