import { readFile, writeFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { addressOf } from '@/lib/release/changes';
import { stepBack, switchTo, finishedReleases } from '@/lib/release/store/release-folders';
import { freePort } from '@/lib/testing/free-port';
import { needServer, serverNames, startServer } from './servers';
import { TemporaryLibrary } from './temporary-library';

/** Number of switches between the releases, set by `FAULT_RUNS`. */
const switches = Number(process.env.FAULT_RUNS ?? 10);

/** Number of responses to wait for after each switch. */
const answersBetween = 100;

/** Number of concurrent requests; each uses one of these encodings. */
const readers = 12;
const encodings = ['identity', 'gzip', 'br'];

let library: TemporaryLibrary;
/** For each address in both releases, the hash of the old and of the new file. */
let files: ReadonlyMap<string, readonly [old: string, next: string]>;
let out = '';
let next = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  library = await TemporaryLibrary.create();
  out = join(library.folder, 'out');
  await library.build('out', '--compress');
  const old = await library.contentsOf('out');
  // A change of this file changes every page.
  const subjects = join(library.folder, 'content/subjects.yaml');
  await writeFile(subjects, (await readFile(subjects, 'utf8')).replace('name: Law', 'name: The Law'));
  await library.build('out', '--compress');
  next = (await finishedReleases(out)).at(-1) ?? '';
  files = new Map(
    [...(await library.contentsOf('out'))].flatMap(([path, nextHash]) => {
      const oldHash = old.get(path);
      const isAsked = /\.(?:bin|css|html|js|json|md|png|svg|woff2|xml)$/.test(path) && path !== '404.html';
      return oldHash !== undefined && isAsked ? [[addressOf(path), [oldHash, nextHash]] as const] : [];
    }),
  );
});

test.afterAll(() => library.remove());

test('the two releases differ in every page', () => {
  const pages = [...files].filter(([address]) => isPage(address));
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.filter(([, [old, nextHash]]) => old === nextHash)).toEqual([]);
});

for (const name of serverNames) {
  test.describe(name, () => {
    needServer(name);

    test(`sends every response from the release in use during ${switches} switches`, async () => {
      test.setTimeout(600_000 + switches * 5000);
      const port = await freePort();
      const { stop } = await startServer(name, out, port);
      const load = new Load(`http://127.0.0.1:${port}`);
      try {
        const reading = Array.from({ length: readers }, () => load.read());
        for (let number = 0; number < switches; number += 1) {
          await load.answers(answersBetween);
          if (number % 2 === 0) await load.switch(0, () => stepBack(out));
          else await load.switch(1, () => switchTo(next, out));
        }
        await load.answers(answersBetween);
        load.end();
        await Promise.all(reading);
      } finally {
        load.end();
        await switchTo(next, out);
        await stop();
      }
      const { answered, failed, mixed } = load;
      console.log(
        `${name}: ${switches} switches, ${answered} answers, ${failed.length} failed, ${mixed.length} mixed`,
      );
      expect({ failed, mixed }).toEqual({ failed: [], mixed: [] });
    });
  });
}

/**
 * Readers who request file after file while releases are switched. Compares every response with the releases.
 */
class Load {
  answered = 0;
  /** Missing or incomplete responses. */
  readonly failed: string[] = [];
  /** Responses from neither release, or from one that was not in use during the request. */
  readonly mixed: string[] = [];
  readonly #site: string;
  #inUse: 0 | 1 | undefined = 1;
  #switches = 0;
  #asked = 0;
  #hasEnded = false;

  constructor(site: string) {
    this.#site = site;
  }

  /**
   * Requests all addresses of the releases repeatedly; after each page also the files that it needs, as a
   * browser does.
   */
  async read(): Promise<void> {
    const addresses = [...files.keys()];
    while (!this.#hasEnded) {
      const address = addresses[this.#asked % addresses.length] ?? '';
      const body = await this.#ask(address);
      if (!isPage(address)) continue;
      for (const [, asset = ''] of body.matchAll(/(?:href|src)="(\/(?:assets|fonts|scripts)\/[^"]+)"/g)) {
        await this.#ask(asset);
      }
    }
  }

  /** Resolves after the given number of further responses. */
  async answers(count: number): Promise<void> {
    const until = this.answered + count;
    while (this.answered < until) await new Promise((resolve) => setImmediate(resolve));
  }

  async switch(to: 0 | 1, work: () => Promise<void>): Promise<void> {
    this.#inUse = undefined;
    this.#switches += 1;
    await work();
    this.#inUse = to;
  }

  end(): void {
    this.#hasEnded = true;
  }

  async #ask(address: string): Promise<string> {
    const [inUse, before] = [this.#inUse, this.#switches];
    const encoding = encodings[this.#asked % encodings.length] ?? '';
    const what = `${address} as ${encoding}`;
    this.#asked += 1;
    try {
      const response = await fetch(this.#site + address, { headers: { 'Accept-Encoding': encoding } });
      const body = Buffer.from(await response.arrayBuffer());
      const wanted = files.get(address) ?? [];
      const isSwitched = inUse === undefined || before !== this.#switches;
      const mayBe = isSwitched ? wanted : wanted.filter((_, release) => release === inUse);
      if (response.status !== 200) this.failed.push(`${what}: ${response.status}`);
      else if (!mayBe.includes(hash('sha256', body))) this.mixed.push(what);
      return body.toString();
    } catch (error) {
      this.failed.push(`${what}: ${String(error instanceof Error ? (error.cause ?? error) : error)}`);
      return '';
    } finally {
      this.answered += 1;
    }
  }
}

function isPage(address: string): boolean {
  return !address.includes('.');
}
