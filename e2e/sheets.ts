import { compileStyles } from '@/lib/styles/compile-styles';
import { stylesOf, type Styles } from '@/lib/styles/styles';

let compiled: Promise<Styles> | undefined;

/** The style sheet of each page kind, divided as if no script added elements. Compiled once per process. */
export async function compiledSheets(): Promise<Styles['sheets']> {
  compiled ??= compileStyles(new Set()).then(stylesOf);
  return (await compiled).sheets;
}
