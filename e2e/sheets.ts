import { compileStyles } from '@/lib/styles/compile-styles';
import { sheetsOf, type PageSheets } from '@/lib/styles/styles';

let compiled: Promise<PageSheets> | undefined;

/** The style sheet of each page kind, divided as if no script added elements. Compiled once per process. */
export function compiledSheets(): Promise<PageSheets> {
  compiled ??= compileStyles(new Set()).then(sheetsOf);
  return compiled;
}
