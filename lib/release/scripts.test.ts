import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { scriptOutputs } from './scripts';

async function make(path: string): Promise<string> {
  const output = (await scriptOutputs()).find((candidate) => candidate.path === path);
  const content = (await output?.make()) ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const importsAtOnce = /(?:^|;|\})import\s*(?:["'{*]|\w+\s+from)/;

describe('the scripts of a release', () => {
  it('hold what they import at once, and name what they import later', async () => {
    for (const { path } of await scriptOutputs()) expect(await make(path), path).not.toMatch(importsAtOnce);
    const page = await make('scripts/page.js');
    expect(page).toContain('import("./search/dialog.js")');
    expect(page).toContain('import("./keyboard-help.js")');
  });

  it('leave nothing behind that a page or a script asks for', async () => {
    const paths = (await scriptOutputs()).map(({ path }) => path);
    const layout = await readFile('app/layout.tsx', 'utf8');
    for (const [, name = ''] of layout.matchAll(/\/(scripts\/[\w/-]+\.js)/g)) expect(paths).toContain(name);
    for (const path of paths) {
      for (const [, name = ''] of (await make(path)).matchAll(/import\("\.\/([^"]+)"\)/g)) {
        expect(paths).toContain(`scripts/${name}`);
      }
    }
  });

  it('cost a question page at most 3 KB, compressed', async () => {
    const sizes = await Promise.all(
      ['scripts/page.js', 'scripts/question.js'].map(async (path) => gzipSync(await make(path)).length),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(3072);
  });

  it('are the same bytes under the same key', async () => {
    const [first, second] = [await scriptOutputs(), await scriptOutputs()];
    expect(first.map(({ key }) => key)).toEqual(second.map(({ key }) => key));
    expect(new Set(first.map(({ key }) => key)).size).toBe(first.length);
    for (const [index, output] of first.entries()) {
      expect(await output.make()).toEqual(await second[index]?.make());
    }
  });
});
