import { hashText } from '@/lib/cache/hash-text';
import { UserError } from '@/lib/user-error';

/** A part of a release that one of several machines makes. */
export interface Shard {
  /** From 1 to `count`. */
  number: number;
  count: number;
}

/** Parses "2/4", the second shard of four. @throws UserError for any other text */
export function parseShard(text: string): Shard {
  const [, number = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (number < 1 || number > count) {
    throw new UserError(`--shard must be like 2/4 for the second of four shards; found "${text}".`);
  }
  return { number, count };
}

/** Whether the file at a path belongs to a shard. If `shard` is undefined, every file does. */
export function isInShard(path: string, shard: Shard | undefined): boolean {
  return !shard || hashText(path) % shard.count === shard.number - 1;
}

/** The name of a shard's folder. */
export function shardName({ number, count }: Shard): string {
  return `${number}-of-${count}`;
}
