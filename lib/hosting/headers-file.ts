import { headerRules } from './headers';

export const headersHostFile = '_headers';

/**
 * The `_headers` of Cloudflare Pages (https://developers.cloudflare.com/pages/configuration/headers/), where values of
 * several rules are joined: a rule takes back what an earlier one says. One star is allowed; what stands before an ending
 * is a name of a part.
 */
export function headersFile(): string {
  const earlier = new Set<string>();
  return headerRules
    .map(({ source, headers }) => {
      const lines = Object.entries(headers).flatMap(([name, value]) => [
        ...(earlier.has(name) ? [`  ! ${name}`] : []),
        `  ${name}: ${value}`,
      ]);
      for (const name of Object.keys(headers)) earlier.add(name);
      return [`/${placeholders(source)}`, ...lines].join('\n');
    })
    .map((rule) => `${rule}\n`)
    .join('');
}

function placeholders(source: string): string {
  let part = 0;
  return source.replace(/\*\*?/g, (stars) => (stars === '**' ? '*' : `:part${(part += 1)}`));
}
