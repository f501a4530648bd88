import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import { UserError } from '@/lib/user-error';
import type { ObjectHeaders } from './object';

/** Where a site lies as objects: a bucket, or a part of one. */
export interface ObjectStore {
  /** The text of an object; undefined where there is none. */
  read: (key: string) => Promise<string | undefined>;
  put: (key: string, body: Uint8Array, headers: ObjectHeaders) => Promise<void>;
  remove: (key: string) => Promise<void>;
  /** The names of all objects. */
  keys: () => Promise<string[]>;
}

/**
 * A store that speaks the protocol of Amazon S3. Where it is and who we are is read from the variables and files that
 * Amazon's own tools read. Each operation rejects with a UserError when the store does not do it.
 *
 * @param address `s3://bucket` or `s3://bucket/prefix`
 * @throws UserError for another address
 */
export function s3Store(address: string): ObjectStore {
  const [, bucket, prefix] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)\/?(.*?)\/?$/.exec(address) ?? [];
  if (bucket === undefined || prefix === undefined) {
    throw new UserError(`Expected s3://bucket or s3://bucket/prefix, found "${address}".`);
  }
  const start = prefix === '' ? '' : `${prefix}/`;
  const at = (key: string) => ({ Bucket: bucket, Key: start + key });
  const client = new S3Client({
    // Not every maker's store has a host for each bucket, or knows the checksums that Amazon added later.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 6,
  });

  const orSay = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      // Anything: what the store answers, or why its client cannot ask it.
      throw new UserError(`${address} does not work: ${explain(error)}`, { cause: error });
    }
  };

  return {
    read: (key) => orSay(readText(client, at(key))),
    put: async (key, body, { type, cacheControl }) => {
      await orSay(
        client.send(
          new PutObjectCommand({ ...at(key), Body: body, ContentType: type, CacheControl: cacheControl }),
        ),
      );
    },
    remove: async (key) => {
      await orSay(client.send(new DeleteObjectCommand(at(key))));
    },
    keys: async () => (await orSay(listKeys(client, bucket, start))).map((key) => key.slice(start.length)),
  };
}

async function readText(
  client: S3Client,
  place: { Bucket: string; Key: string },
): Promise<string | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(place));
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function listKeys(client: S3Client, bucket: string, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: prefix },
  )) {
    keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
  }
  return keys;
}

/** What a store or its client said, and where to look. */
function explain(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${said}\nAWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY say where it is and who you are.`;
}
