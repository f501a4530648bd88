import { hashText } from '@/lib/cache/hash-text';
import { UserError } from '@/lib/user-error';

/** One of several parts of a release that several machines make at a time. */
export interface Shard {
  /** From 1 to `count`. */
  number: number;
  count: number;
}

/** Reads "2/4", the second of four. @throws UserError for anything else */
export function parseShard(text: string): Shard {
  const [, number = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (number < 1 || number > count) {
    throw new UserError(`--shard must be like 2/4, the second of four parts; found "${text}".`);
  }
  return { number, count };
}

/** Whether the file at a path belongs to a shard; without one, to the only machine there is. */
export function isInShard(path: string, shard: Shard | undefined): boolean {
  return !shard || hashText(path) % shard.count === shard.number - 1;
}

/** The name of the folder that a shard is made in. */
export function shardName({ number, count }: Shard): string {
  return `${number}-of-${count}`;
}
