import { headersFile, headersHostFile } from './headers-file';
import { keyOf, type Output } from './output';

/** The site's headers, for hosts that read them of a file. */
export function headersOutput(): Output {
  const text = headersFile();
  return { path: headersHostFile, key: keyOf(text), make: () => text };
}
