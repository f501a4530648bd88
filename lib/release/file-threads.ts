import { availableParallelism } from 'node:os';

import { ThreadPool } from '@/lib/threads/pool';
import type { FileRequest } from './file-worker';
import type { Journal } from './manifest';
import type { Source } from './sources';

/** Files that a thread carries over, or looks at, at a time, and how long that may take on a slow disk. */
export const carriedAtOnce = 2000;
const chunkMilliseconds = 120_000;

/** Moves and looks at the files of releases, beside whatever else goes on. */
export class FileThreads {
  readonly #pool = new ThreadPool<FileRequest, string[]>('lib/release/file-worker.ts', {
    threads: Math.min(2, availableParallelism()),
    milliseconds: chunkMilliseconds,
  });

  /**
   * Carries files over and writes them into the journal.
   *
   * @returns paths of files that the source does not have any more
   */
  async carry(source: Source, paths: readonly string[], to: string, journal: Journal): Promise<Set<string>> {
    const files = paths.map((path) => ({ path, size: source.manifest.files.get(path)?.size ?? -1 }));
    const lost = new Set(
      await this.#inChunks(files, (chunk) => ({ do: 'carry', from: source.folder, to, files: chunk })),
    );
    for (const path of paths) {
      const file = source.manifest.files.get(path);
      if (!file || lost.has(path)) continue;
      journal.addCarried(path, file, source.manifest);
    }
    return lost;
  }

  /** The paths of files that are not in a folder, or not of their size. */
  findDamaged(folder: string, files: readonly { path: string; size: number }[]): Promise<string[]> {
    return this.#inChunks(files, (chunk) => ({ do: 'verify', folder, files: chunk }));
  }

  /** Removes every file of a folder but these, and those below the folder within it that is to be spared. */
  async clear(folder: string, paths: readonly string[], spared: string): Promise<void> {
    await this.#run({ do: 'clear', folder, paths, spared });
  }

  /** Removes releases that nobody needs. */
  async remove(releaseFolders: readonly string[]): Promise<void> {
    await this.#inChunks(releaseFolders, (folders) => ({ do: 'remove', folders }));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #inChunks<Item>(
    items: readonly Item[],
    requestOf: (chunk: Item[]) => FileRequest,
  ): Promise<string[]> {
    const requests: Promise<string[]>[] = [];
    for (let start = 0; start < items.length; start += carriedAtOnce) {
      requests.push(this.#run(requestOf(items.slice(start, start + carriedAtOnce))));
    }
    return (await Promise.all(requests)).flat();
  }

  async #run(request: FileRequest): Promise<string[]> {
    const reply = await this.#pool.run(request);
    if ('result' in reply) return reply.result;
    throw new Error(`The files of a release could not be worked on: ${reply.fault}`);
  }
}
