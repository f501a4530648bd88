import { availableParallelism } from 'node:os';

import pMap from 'p-map';

import { addAll } from '@/lib/add-all';
import { chunksOf } from '@/lib/chunks';
import { ThreadPool } from '@/lib/threads/pool';
import { UserError } from '@/lib/user-error';
import type { Artifact, FileRecord } from './artifacts/artifact';
import type { ArtifactKind, MakerContext } from './artifacts/makers';
import type { Written } from './artifacts/write-artifacts';
import { withoutFiles, type ReleaseIndex } from './store/release-index';
import type { KeepOrder, ReleaseReply, ReleaseRequest } from './release-worker';

/** Number of artifacts in one request to a thread. */
const madeAtOnce = 16;

/** Maximum number of pending requests, enough that no thread is idle. */
const ahead = 2 * availableParallelism();

/** Time limit of a request in milliseconds. */
const milliseconds = 120_000;

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
   * Removes the damaged files of a reused folder: those that are missing, or have another size than in the index.
   *
   * @returns the index of the remaining files
   */
  async removeDamaged(folder: string, index: ReleaseIndex): Promise<ReleaseIndex> {
    if (index.size === 0) return index;
    const lines = [...index.values()].map((section) => section.lines);
    // A single request, because this thread sends no second one while it is busy with planning.
    const reply = await this.#pool.run({ do: 'remove damaged', folder, lines });
    if ('fault' in reply)
      throw new UserError(`The files of an earlier release could not be compared: ${reply.fault}`);
    return withoutFiles(index, new Set(reply.result.lost));
  }

  /**
   * Keeps files of earlier releases as hard links.
   *
   * @param folder that of the new release
   * @returns paths of files that no longer exist in the earlier release
   */
  async keep(orders: Iterable<KeepOrder>, folder: string): Promise<Set<string>> {
    const lost = new Set<string>();
    const keep = async (order: KeepOrder) => {
      const reply = await this.#pool.run({ do: 'keep', to: folder, ...order });
      if ('fault' in reply)
        throw new UserError(`Files of an earlier release could not be linked: ${reply.fault}`);
      for (const path of reply.result.lost) lost.add(path);
    };
    await pMap(orders, keep, { concurrency: ahead });
    return lost;
  }

  /**
   * Makes artifacts and writes them into the release.
   *
   * @param onMade called with files when they are complete
   * @returns addresses within the site that the files link to, each with the path of one such file
   * @throws UserError naming the first artifact that cannot be made, or all violations of the rules of
   *   search engines
   */
  async make(
    artifacts: readonly Artifact[],
    context: MakerContext,
    onMade: (files: readonly FileRecord[]) => void,
  ): Promise<Map<string, string>> {
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
    };
    await pMap(chunksOf(artifacts, madeAtOnce), make, { concurrency: ahead });
    if (faults.length > 0)
      throw new UserError(`These pages break rules of search engines:\n  ${faults.join('\n  ')}`);
    return targets;
  }

  async #makeTogether(artifacts: readonly Artifact[], context: MakerContext): Promise<readonly Written[]> {
    const reply = await this.#pool.run({
      do: 'make',
      context,
      artifacts: artifacts.map((artifact) => ({
        path: artifact.path,
        kind: artifact.kind,
        input: artifact.input(),
      })),
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
