import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { isSystemError } from '@/lib/system-error';

const run = promisify(execFile);

/** A temporary copy of two subjects of this repository's library, with its builds. */
export class TemporaryLibrary {
  /** The public address for builds. */
  siteUrl = 'https://site.example';

  private constructor(readonly folder: string) {}

  /** A library without content. */
  static async empty(): Promise<TemporaryLibrary> {
    return new TemporaryLibrary(await mkdtemp(join(tmpdir(), 'releases-')));
  }

  static async create(): Promise<TemporaryLibrary> {
    const library = await TemporaryLibrary.empty();
    const { folder } = library;
    for (const subject of ['law', 'physics']) {
      await cp(join('content', subject), join(folder, 'content', subject), { recursive: true });
    }
    await cp('content/subjects.yaml', join(folder, 'content/subjects.yaml'));
    return library;
  }

  /** Builds the content into a folder of the library. @returns the output of the build */
  async build(out: string, ...args: string[]): Promise<string> {
    const { stdout } = await run('node', ['scripts/run.mjs', 'build', ...args], {
      env: this.#environment(out),
    });
    return stdout;
  }

  /** Removes a built folder with all its releases, so that the next build starts from nothing. */
  async removeBuilt(out: string): Promise<void> {
    for (const path of [out, `${out}.releases`]) {
      await rm(join(this.folder, path), { recursive: true, force: true });
    }
  }

  /** Publishes the previous release. */
  async stepBack(out: string): Promise<void> {
    await run('node', ['scripts/run.mjs', 'release', '--back'], { env: this.#environment(out) });
  }

  /**
   * Starts a build that {@link killAll} can end.
   *
   * @param stdio what becomes of its output
   */
  begin(out: string, stdio: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
    return spawn('node', ['scripts/run.mjs', 'build'], {
      env: this.#environment(out),
      stdio,
      detached: true,
    });
  }

  /** The paths of a subject's files. */
  async files(subject: string): Promise<string[]> {
    const folder = join(this.folder, 'content', subject);
    return (await readdir(folder)).map((name) => join(folder, name));
  }

  /** The hash of every file of a published folder, by path. */
  async contentsOf(out: string): Promise<Map<string, string>> {
    const start = join(this.folder, out);
    const contents = new Map<string, string>();
    // The trailing slash follows the link `out`.
    const entries = await readdir(`${start}/`, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((item) => item.isFile())) {
      const path = join(entry.parentPath, entry.name);
      contents.set(
        relative(start, path),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      );
    }
    return contents;
  }

  /** Paths of files that differ between two published folders, or that only one of them has. */
  async differences(out: string, other: string): Promise<string[]> {
    const [ours, theirs] = await Promise.all([this.contentsOf(out), this.contentsOf(other)]);
    const paths = new Set([...ours.keys(), ...theirs.keys()]);
    return [...paths].filter((path) => ours.get(path) !== theirs.get(path));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  #environment(out: string): NodeJS.ProcessEnv {
    return {
      ...process.env,
      SITE_URL: this.siteUrl,
      CONTENT_DIR: join(this.folder, 'content'),
      OUT_DIR: join(this.folder, out),
    };
  }
}

/** Kills a command and all processes that it started. @returns when they have ended */
export async function killAll(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null ? undefined : new Promise((resolve) => child.once('exit', resolve));
  try {
    // The command leads a process group.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch (error) {
    // It may have ended before.
    if (!isSystemError(error, 'ESRCH')) throw error;
  }
  await ended;
}
