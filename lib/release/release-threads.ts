import { availableParallelism } from 'node:os';

import pMap from 'p-map';

import { addAll } from '@/lib/add-all';
import { chunksOf } from '@/lib/chunks';
import { groupBy } from '@/lib/group-by';
import { ThreadPool } from '@/lib/threads/pool';
import { UserError } from '@/lib/user-error';
import type { Artifact, FileRecord } from './artifacts/artifact';
import type { ArtifactKind, MakerContext } from './artifacts/makers';
import type { Written } from './artifacts/write-artifacts';
import type { Kept } from './plan/plan';
import type { ReleaseReply, ReleaseRequest } from './release-worker';
import type { ReleaseIndex } from './store/release-index';

/** Number of artifacts in one request to a thread, and of files to keep. */
const madeAtOnce = 16;
const keptAtOnce = 5000;

/** Maximum number of pending requests, enough that no thread is idle. */
const ahead = 2 * availableParallelism();

/** Time limit of a request in milliseconds. */
const milliseconds = 120_000;

/** The files that were made, and their links. */
export interface MadeFiles {
  files: FileRecord[];
  /** Addresses within the site that the files link to, each with the path of one such file. */
  targets: Map<string, string>;
}

/** The kinds that almost every release makes. */
const usualKinds: readonly ArtifactKind[] = ['question', 'list', 'markdown', 'feed', 'study', 'file'];

/** The threads that write the files of a release. */
export class ReleaseThreads {
  readonly #pool = new ThreadPool<ReleaseRequest, ReleaseReply>('lib/release/release-worker.ts', {
    milliseconds,
  });

  /**
   * Starts a thread and loads the modules that make files. This takes time and is independent of the plan.
   *
   * @returns when they are loaded
   * @throws UserError if loading fails
   */
  async prepare(): Promise<void> {
    const reply = await this.#pool.run({ do: 'load', kinds: usualKinds });
    if ('fault' in reply)
      throw new UserError(`The code that makes a release could not be loaded: ${reply.fault}`);
  }

  /**
   * Keeps files of earlier releases as hard links.
   *
   * @param present index of the files in the folder
   * @returns artifacts whose files no longer exist in the earlier release
   */
  async keep(kept: readonly Kept[], folder: string, present: ReleaseIndex): Promise<Artifact[]> {
    const lost: Artifact[] = [];
    const chunks = [...groupBy(kept, ({ earlier }) => earlier.folder)].flatMap(([from, files]) =>
      chunksOf(files, keptAtOnce).map((chunk) => ({ from, chunk })),
    );
    const keep = async ({ from, chunk }: (typeof chunks)[number]) => {
      const reply = await this.#pool.run({
        do: 'keep',
        from,
        to: folder,
        paths: chunk.map(({ record }) => record.path),
        sizes: chunk.map(({ record }) => record.size),
        present: chunk.map(({ record: { path, key } }) => present.files.get(path)?.key === key),
      });
      if ('fault' in reply)
        throw new UserError(`Files of an earlier release could not be linked: ${reply.fault}`);
      if (reply.result.lost.length === 0) return;
      const paths = new Set(reply.result.lost);
      addAll(
        lost,
        chunk.flatMap(({ artifact }) => (paths.has(artifact.path) ? [artifact] : [])),
      );
    };
    await pMap(chunks, keep, { concurrency: ahead });
    return lost;
  }

  /**
   * Makes artifacts and writes them into the release.
   *
   * @param onMade called with files when they are complete
   * @throws UserError naming the first artifact that cannot be made, or all violations of the rules of
   *   search engines
   */
  async make(
    artifacts: readonly Artifact[],
    context: MakerContext,
    onMade: (files: readonly FileRecord[]) => void,
  ): Promise<MadeFiles> {
    const files: FileRecord[] = [];
    const targets = new Map<string, string>();
    const faults: string[] = [];
    const make = async (chunk: readonly Artifact[]) => {
      const written = await this.#makeTogether(chunk, context);
      const made: FileRecord[] = [];
      chunk.forEach(({ path, key }, index) => {
        const file = written[index];
        if (!file) return;
        for (const target of file.targets) targets.set(target, path);
        addAll(faults, file.faults);
        // A page with faults is not recorded, so that the next build makes it again.
        if (file.faults.length === 0) made.push({ path, key, size: file.size });
      });
      onMade(made);
      addAll(files, made);
    };
    await pMap(chunksOf(artifacts, madeAtOnce), make, { concurrency: ahead });
    if (faults.length > 0)
      throw new UserError(`These pages break rules of search engines:\n  ${faults.join('\n  ')}`);
    return { files, targets };
  }

  async #makeTogether(artifacts: readonly Artifact[], context: MakerContext): Promise<readonly Written[]> {
    const reply = await this.#pool.run({
      do: 'make',
      context,
      artifacts: artifacts.map(({ path, kind, input }) => ({ path, kind, input: input() })),
    });
    if ('result' in reply) return reply.result.written;
    const [only, ...others] = artifacts;
    if (only && others.length === 0) throw new UserError(`${only.path} could not be made: ${reply.fault}`);
    // One by one, to find the artifact that fails.
    const written: Written[] = [];
    for (const artifact of artifacts) addAll(written, await this.#makeTogether([artifact], context));
    return written;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
