import { headersByName, patternOf } from '@/lib/hosting/headers';
import { redirectsHostFile } from '@/lib/hosting/redirects';
import { contentTypeOf, contentTypes } from './content-types';
import { checkRoot, ownPath, type ServerOptions } from './server';

/**
 * A Caddyfile with the same behavior as the nginx configuration. Redirected addresses answer with a redirect
 * page.
 *
 * @throws UserError if the path of the folder cannot be written in such a configuration
 */
export function caddyConfiguration({ root, port, name }: ServerOptions): string {
  // The end of a literal, and placeholders, which literals may contain.
  checkRoot(root, '`{}', 'Caddy');
  const headers = [...headersByName()].flatMap(([header, values], index) =>
    values.map(({ rule, value }, place) => {
      const matcher = `@header${index}_${place}`;
      return `  ${matcher} path_regexp ${quote(patternOf(rule))}\n  header ${matcher} ${header} ${quote(value)}`;
    }),
  );
  // The types that Caddy knows depend on the machine. HTML is sent for addresses without an extension and for
  // unknown addresses.
  const types = Object.keys(contentTypes)
    .filter((ending) => ending !== 'html')
    .map((ending) => {
      const matcher = `@${ending}`;
      const type = quote(contentTypeOf(`file.${ending}`) ?? '');
      return `  ${matcher} {\n    path *.${ending}\n    file {path}\n  }\n  header ${matcher} Content-Type ${type}`;
    });
  return `{
  admin off
}
${name === '_' ? '' : name}:${port} {
  root * ${quote(root)}
  @other not method GET HEAD
  respond @other 405
${headers.join('\n')}
${types.join('\n')}
  header -Server
  encode gzip
  @hidden path /404 /404.html /${redirectsHostFile} *.br *.gz
  error @hidden 404
  @index path /index.html
  redir @index / permanent
  @html path_regexp html ^(${ownPath})\\.html$
  redir @html {re.html.1} permanent
  @slash path_regexp slash ^(${ownPath})/+$
  redir @slash {re.slash.1} permanent
  try_files {path}.html {path}
  # Names that no file can have would be faults of the server.
  @missing {
    not path /
    not file {path}
  }
  error @missing 404
  file_server {
    precompressed br gzip
    index index.html
  }
  handle_errors {
    rewrite * /404.html
    file_server {
      precompressed br gzip
    }
  }
}
`;
}

/** A text as a literal of the Caddyfile. */
function quote(text: string): string {
  return `\`${text}\``;
}
