import { availableParallelism } from 'node:os';

import { ThreadPool } from '@/lib/threads/pool';
import type { CarriedPart, CarryPartRequest } from './carry';
import type { FileReply, FileRequest } from './file-worker';
import type { Journal } from './manifest';
import type { Source, SourceFile } from './sources';

/** Files that a thread carries over, or looks at, at a time, and how long that may take on a slow disk. */
export const carriedAtOnce = 2000;
const chunkMilliseconds = 120_000;

/** Moves and looks at the files of releases, beside whatever else goes on. */
export class FileThreads {
  readonly #pool = new ThreadPool<FileRequest, FileReply>('lib/release/file-worker.ts', {
    threads: Math.min(2, availableParallelism()),
    milliseconds: chunkMilliseconds,
  });

  /**
   * Carries files over and writes them into the journal.
   *
   * @returns paths of files that the source does not have any more
   */
  async carry(
    { folder, manifest }: Source,
    files: readonly SourceFile[],
    to: string,
    journal: Journal,
  ): Promise<Set<string>> {
    const paths = files.map(({ path }) => path);
    const sizes = files.map(({ file }) => file.size);
    const { faulty } = await this.#run({ do: 'carry', from: folder, to, paths, sizes });
    const lost = new Set(faulty);
    for (const { path, file } of files) if (!lost.has(path)) journal.addCarried(path, file, manifest);
    return lost;
  }

  /** Carries a whole part over. @returns undefined where the source does not have all of it any more */
  async carryPart(request: CarryPartRequest): Promise<CarriedPart | undefined> {
    return (await this.#run({ do: 'carry part', ...request })).part;
  }

  /** The paths of files that are not in a folder, or not of their size. */
  async findDamaged(folder: string, files: readonly { path: string; size: number }[]): Promise<string[]> {
    const requests: Promise<FileReply>[] = [];
    for (let start = 0; start < files.length; start += carriedAtOnce) {
      const chunk = files.slice(start, start + carriedAtOnce);
      requests.push(this.#run({ do: 'verify', folder, files: chunk }));
    }
    return (await Promise.all(requests)).flatMap(({ faulty }) => faulty);
  }

  /**
   * Removes every file of a folder but these, and those below the folders within it that are to be spared.
   *
   * @returns paths of files that are not there
   */
  async clear(folder: string, paths: readonly string[], spared: readonly string[]): Promise<string[]> {
    return (await this.#run({ do: 'clear', folder, paths, spared })).faulty;
  }

  /** Removes releases that nobody needs, or folders of one. */
  async remove(folders: readonly string[]): Promise<void> {
    for (const folder of folders) await this.#run({ do: 'remove', folder });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #run(request: FileRequest): Promise<FileReply> {
    const reply = await this.#pool.run(request);
    if ('result' in reply) return reply.result;
    throw new Error(`The files of a release could not be worked on: ${reply.fault}`);
  }
}
