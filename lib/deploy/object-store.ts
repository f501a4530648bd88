import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import { addAll } from '@/lib/add-all';
import { UserError } from '@/lib/user-error';
import type { ObjectHeaders } from './object';

/** The objects of a site: a bucket, or a prefix in a bucket. */
export interface ObjectStore {
  /** The text of an object; undefined if it does not exist. */
  read: (key: string) => Promise<string | undefined>;
  put: (key: string, body: Uint8Array, headers: ObjectHeaders) => Promise<void>;
  remove: (key: string) => Promise<void>;
  /** The names of all objects. */
  keys: () => Promise<string[]>;
}

/**
 * A store with the protocol of Amazon S3. The client reads the endpoint and the credentials from the same
 * variables and files as Amazon's own tools. Each operation rejects with a UserError if the store fails.
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
    // Other stores may not have a host for each bucket, or support checksums that Amazon added later.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 6,
  });

  const orSay = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      // The error may be a response of the store or any failure of its client.
      throw new UserError(`${address} failed: ${explain(error)}`, { cause: error });
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
    addAll(
      keys,
      Contents.flatMap(({ Key }) => Key ?? []),
    );
  }
  return keys;
}

/** The message of a store or its client, with the variables to check. */
function explain(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${said}\nAWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set the endpoint and the credentials.`;
}
