import { spawn } from 'node:child_process';

type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

/** Lighthouse scores of a page, from 0 to 100. */
export type LighthouseScores = Record<Category, number>;

/** Downloaded on demand, because it is larger than all dependencies of this project together. */
const lighthouse = 'lighthouse@12';

/** On a busy machine, a browser may fail to start or to record. */
const attempts = 3;

/**
 * Measures a page several times with Lighthouse's phone settings.
 *
 * @param chrome path of the browser; undefined to let Lighthouse search for one
 * @returns the median of each score
 * @throws Error with Lighthouse's message after several failures
 */
export async function measurePage(
  url: string,
  runs: number,
  chrome: string | undefined,
): Promise<LighthouseScores> {
  const reports: LighthouseScores[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await runOnce(url, chrome));
  return scoresOf((category) => {
    const sorted = reports.map((report) => report[category]).sort((a, b) => a - b);
    return sorted[Math.floor(runs / 2)] ?? 0;
  });
}

async function runOnce(url: string, chrome: string | undefined, attempt = 1): Promise<LighthouseScores> {
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const flags = `--chrome-flags=--headless --disable-gpu${sandbox}`;
  const child = spawn('npx', ['--yes', lighthouse, url, '--quiet', '--output=json', flags], {
    env: { ...process.env, ...(chrome !== undefined && { CHROME_PATH: chrome }) },
  });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  const exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (exitCode === 0) return readScores(Buffer.concat(output).toString());
  if (attempt < attempts) return runOnce(url, chrome, attempt + 1);
  throw new Error(Buffer.concat(complaints).toString());
}

function readScores(report: string): LighthouseScores {
  const { categories: found } = JSON.parse(report) as {
    categories: Record<string, { score: number | null } | undefined>;
  };
  return scoresOf((category) => Math.round((found[category]?.score ?? 0) * 100));
}

function scoresOf(score: (category: Category) => number): LighthouseScores {
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
}
