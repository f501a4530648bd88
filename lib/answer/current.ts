import type { Entry } from '@/lib/catalogue/entry';
import { Answers } from './answers';
import type { RenderedAnswer } from './render';

let opened: Promise<Answers> | undefined;

/** The rendered answer of an entry, from the cache if it was rendered before. */
export async function currentAnswer(entry: Entry): Promise<RenderedAnswer> {
  opened ??= Answers.open();
  return (await opened).get(entry);
}
