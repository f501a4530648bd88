import { markdownPath, parseQuestionPath } from '@/lib/site';
import { idInMarkdown } from './saved-ids';

type Fetch = (address: string) => Promise<Response>;

/**
 * The id of the question at an address, after a redirect if there is one; undefined if there is no question.
 * Rejects if a file cannot be loaded.
 *
 * @param fetchFile fetches a file of the site
 */
export async function findId(
  address: string,
  fetchFile: Fetch = (path) => fetch(path),
): Promise<number | undefined> {
  const id = await idAt(address, fetchFile);
  if (id !== undefined) return id;
  const moved = await movedAddress(address, fetchFile);
  return moved === undefined ? undefined : idAt(moved, fetchFile);
}

async function idAt(address: string, fetchFile: Fetch): Promise<number | undefined> {
  const markdown = await textAt(markdownPath(address), fetchFile);
  return markdown === undefined ? undefined : idInMarkdown(markdown);
}

/** The redirect target, from the server's redirect or from the redirect page. */
async function movedAddress(address: string, fetchFile: Fetch): Promise<string | undefined> {
  const page = (await textAt(address, fetchFile)) ?? '';
  const [, canonical = ''] = /<link rel="canonical" href="([^"]*)"/.exec(page) ?? [];
  const path = URL.canParse(canonical) ? new URL(canonical).pathname : '';
  return path !== address && parseQuestionPath(path) ? path : undefined;
}

async function textAt(path: string, fetchFile: Fetch): Promise<string | undefined> {
  const response = await fetchFile(path);
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
