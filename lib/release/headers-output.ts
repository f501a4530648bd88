import { headersFile } from '@/lib/deploy/headers-file';
import { keyOf, type Output } from './output';

/** The site's headers, for hosts that read them of a file. */
export function headersOutput(): Output {
  const text = headersFile();
  return { path: '_headers', key: keyOf(text), make: () => text };
}
