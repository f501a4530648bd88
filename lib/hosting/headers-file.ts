import { headerRules } from './headers';

export const headersHostFile = '_headers';

/**
 * The `_headers` file of Cloudflare Pages (https://developers.cloudflare.com/pages/configuration/headers/).
 * Cloudflare joins the values of several rules, so a rule first removes the value of an earlier rule. A
 * pattern may contain one `*`, and a name as placeholder before an extension.
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
