import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An object that the test server received. */
interface HeldObject {
  body: string;
  type: string | undefined;
  cacheControl: string | undefined;
}

/** A test server with the protocol of Amazon S3 and one bucket, `site`. */
export interface ObjectServer {
  url: string;
  objects: Map<string, HeldObject>;
  /** Changes in order: `PUT learn`, `DELETE learn`. */
  log: string[];
  /** The request that is refused from now on, in the form of the log. */
  refused: string | undefined;
  close: () => void;
}

const bucket = '/site';

/** Maximum number of keys in one response, small so that tests get several. */
const pageSize = 3;

export async function startObjectServer(): Promise<ObjectServer> {
  const objects: ObjectServer['objects'] = new Map();
  const server = createServer((request, response) => {
    void answer(state, request).then(([status, body]) => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const state: ObjectServer = {
    url: `http://127.0.0.1:${port}`,
    objects,
    log: [],
    refused: undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return state;
}

async function answer(
  state: ObjectServer,
  request: IncomingMessage,
): Promise<readonly [status: number, body: string]> {
  const { pathname, searchParams } = new URL(request.url ?? '', state.url);
  const body = await buffer(request);
  if (!pathname.startsWith(bucket)) return refusal(404, 'NoSuchBucket');
  const key = decodeURIComponent(pathname.slice(bucket.length + 1));
  if (request.method === 'GET') return key === '' ? list(state, searchParams) : read(state, key);
  const change = `${request.method ?? ''} ${key}`;
  if (change === state.refused) return refusal(403, 'AccessDenied');
  state.log.push(change);
  if (request.method === 'DELETE') state.objects.delete(key);
  else {
    const { headers } = request;
    if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex')) {
      return refusal(400, 'XAmzContentSHA256Mismatch');
    }
    state.objects.set(key, {
      body: body.toString(),
      type: headers['content-type'],
      cacheControl: headers['cache-control'],
    });
  }
  return [200, ''];
}

function read({ objects }: ObjectServer, key: string) {
  const held = objects.get(key);
  return held ? ([200, held.body] as const) : refusal(404, 'NoSuchKey');
}

function list({ objects }: ObjectServer, asked: URLSearchParams) {
  const after = asked.get('continuation-token') ?? '';
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(asked.get('prefix') ?? '') && key > after)
    .sort();
  const page = keys.slice(0, pageSize);
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  const next = `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>`;
  const more = keys.length > pageSize;
  return [
    200,
    `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents}${more ? next : ''}</ListBucketResult>`,
  ] as const;
}

function refusal(status: number, code: string) {
  return [status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`] as const;
}
