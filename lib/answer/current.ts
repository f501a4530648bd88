import type { Entry } from '@/lib/catalogue/entry';
import { Answers } from './answers';
import type { RenderedAnswer } from './render';

let opened: Promise<Answers> | undefined;

/** The answer of an entry, rendered; from the cache where it was rendered before. */
export async function currentAnswer(entry: Entry): Promise<RenderedAnswer> {
  opened ??= Answers.open();
  return (await opened).get(entry);
}
