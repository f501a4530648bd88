import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';

import { examine } from '@/lib/edit/examine';
import packageJson from '@/package.json';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const textOf = (path: string) => readFileSync(path, 'utf8');
const withoutBlocks = (text: string) => text.replace(/^ *```[^]*?^ *```$/gm, '');

/** Texts between backquotes outside code blocks. */
function codeIn(text: string): string[] {
  return Array.from(withoutBlocks(text).matchAll(/`([^`\n]+)`/g), ([, code = '']) => code);
}

/** Folders of the project whose files documents name. Paths in `content` and `public/images` are examples. */
const sources =
  /^(?:\.ci|\.cloudcannon|\.github|app|bench|components|deploy|docs|e2e|findings|lib|public\/scripts|schemas|scripts|types)\/[\w.()[\]/-]+$/;

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  test('links to files and headings that exist', () => {
    const prose = withoutBlocks(text).replace(/`[^`\n]+`/g, '');
    for (const [, target = ''] of prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      expect(existsSync(file), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(textOf(file)), target).toContain(anchor);
    }
  });

  test('names files and folders that exist', () => {
    const paths = codeIn(text)
      .flatMap((code) => code.split(/\s+/))
      .filter((word) => sources.test(word));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names commands that exist', () => {
    const names = Array.from(text.matchAll(/npm run (?:--silent )?([a-z][\w-]*)/g), ([, name = '']) => name);
    expect(names.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

function anchorsOf(markdown: string): string[] {
  const slugger = new GithubSlugger();
  return Array.from(withoutBlocks(markdown).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    slugger.slug(heading.replaceAll('`', '')),
  );
}

describe('the README', () => {
  const text = textOf('README.md');

  test('names every command', () => {
    const named = new Set(codeIn(text).flatMap((code) => /^npm (?:run )?([\w-]+)/.exec(code)?.[1] ?? []));
    expect(Object.keys(packageJson.scripts).filter((name) => !named.has(name))).toEqual([]);
  });

  test('lists every folder of the project and of lib', () => {
    const ignored = textOf('.gitignore')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''));
    const foldersIn = (path: string) =>
      readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name);
    const folders = [
      ...foldersIn('.').filter((name) => !ignored.includes(name)),
      ...foldersIn('lib').map((name) => `lib/${name}`),
    ];
    const [, table = ''] = text.split('| folder ');
    const listed = Array.from(table.matchAll(/^\| (`[^|]+)\|/gm), ([, cell = '']) => codeIn(cell)).flat();
    // Of `public`, only the scripts are worth a line.
    const expected = folders.map((folder) => (folder === 'public' ? 'public/scripts' : folder));
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  test('shows a question without errors, at the address that it states', () => {
    const [, question = ''] = /^```markdown\n([^]*?)^```$/m.exec(text) ?? [];
    const path = 'physics/why-is-the-sky-blue.md';
    const { entry, problems } = examine({ file: path, path, bytes: Buffer.from(question) });
    // Its answer is cut short.
    expect(problems.map(({ code }) => code)).toEqual(['answer-thin']);
    expect(entry?.address).toBe('/learn/physics/questions/why-is-the-sky-blue');
    expect(entry?.description).toMatch(/^.{110,160}$/);
  });
});
