import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { loadCatalogue } from '@/lib/catalogue/load';
import { readRedirects } from '@/lib/catalogue/redirects';
import { questionPath } from '@/lib/site';
import { readArticle } from '@/lib/source/article';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { writeFiles } from '@/lib/testing/write-files';
import { planMove, type Move } from './move';

const content = temporaryFolder();

// Readers see another name of law than files have.
const names = { law: { name: 'The Law' }, 'fine-art': { name: 'Fine Art' } };

/** A question file whose answer links to some addresses. */
function question(
  id: number,
  subject: string,
  { keys = '', links = [] }: { keys?: string; links?: readonly string[] } = {},
) {
  const answer = links.map((link) => `See [this](${link}) and [that](${link}#part).`).join('\n');
  return `---\nid: ${id}\ndate: 2025-01-10\ntitle: Question ${id}?\nsubject: ${subject}\nseo:\n  page_description: About ${id}.\n${keys}---\nAn answer. ${answer}\n`;
}

async function carryOut({ writes, remove }: Pick<Move, 'writes' | 'remove'>): Promise<Catalogue> {
  await writeFiles(content.path, [...writes]);
  for (const path of remove) await rm(join(content.path, path));
  return loadCatalogue(content.path);
}

const plan = (oldName: string, newName: string, catalogue: Catalogue) =>
  planMove(content.path, { oldName, newName }, catalogue, names);

const idsOf = ({ entries }: Catalogue) => entries.map(({ id }) => id).sort();

test('after any moves, each address that a question ever had leads to it, and references name its present one', async () => {
  // Slugs of which one is the beginning of another.
  const slugs = ['a', 'a-b', 'ab', 'a-b-c', 'b'] as const;
  const subjects = ['law', 'fine-art'] as const;
  const target = fc.record({ subject: fc.constantFrom(...subjects), slug: fc.constantFrom(...slugs, 'new') });
  const moves = fc.array(fc.record({ id: fc.integer({ min: 1, max: 3 }), to: target }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...slugs], { minLength: 3, maxLength: 3 }),
      moves,
      async (start, all) => {
        await rm(content.path, { recursive: true });
        const addresses = start.map((slug) => questionPath('law', slug));
        await writeFiles(
          content.path,
          start.map((slug, index) => [`law/${slug}.md`, question(index + 1, 'Law', { links: addresses })]),
        );
        let catalogue = loadCatalogue(content.path);
        /** Every address that readers may know, and the id of its question. */
        const known = new Map(catalogue.entries.map(({ address, id }) => [address, id]));
        for (const { id, to } of all) {
          const address = questionPath(to.subject, to.slug);
          const old = catalogue.entries.find((entry) => entry.id === id)?.address ?? '';
          if (catalogue.find(address)) {
            await expect(plan(old, address, catalogue)).rejects.toThrow(
              'is already the address of another question',
            );
            continue;
          }
          catalogue = await carryOut(await plan(old, address, catalogue));
          known.set(address, id);
        }
        const { redirects, problems } = readRedirects(content.path);
        expect(problems).toEqual([]);
        expect(idsOf(catalogue)).toEqual([1, 2, 3]);
        for (const [address, id] of known) {
          expect(catalogue.find(redirects.get(address) ?? address)?.id).toBe(id);
        }
        // The move after the last one reads all texts, in which every link is a present address.
        const present = catalogue.entries.map(({ address }) => address);
        const [first = ''] = present;
        const { writes } = await plan(first, questionPath('law', 'last'), catalogue);
        for (const [path, text] of writes) {
          if (!path.endsWith('.md')) continue;
          const links = [...text.matchAll(/\]\((.*?)(?:#part)?\)/g)].map(([, link]) => link);
          expect(links).toHaveLength(6);
          for (const link of links) expect([...present, questionPath('law', 'last')]).toContain(link);
        }
      },
    ),
    { numRuns: 5 },
  );
});

describe('a move', () => {
  test('changes keys whose values are on the next line, as in files of the source library', async () => {
    const keys = 'file_name: >-\n  a.md\nurl: >-\n  /learn/law/questions/a\n';
    await content.put('law/a.md', question(1, '>-\n  Law', { keys }));
    const { writes } = await plan('a', '/learn/fine-art/questions/b', loadCatalogue(content.path));
    expect(writes.get('fine-art/b.md')).toBe(
      question(1, '>-\n  Fine Art', {
        keys: keys.replace('a.md', 'b.md').replace('law/questions/a', 'fine-art/questions/b'),
      }),
    );
  });

  test('to a subject that only other files name takes its name from them', async () => {
    await content.put('law/a.md', question(1, 'Law'));
    await content.put('physics/b.md', question(2, 'Physics $& more'));
    await content.put('physics/c.md', question(3, 'Physics'));
    const { writes } = await plan('a', '/learn/physics/questions/a', loadCatalogue(content.path));
    expect(writes.get('physics/a.md')).toContain('\nsubject: Physics\n');
  });

  test('to a subject with another name for readers writes a name that belongs to its folder', async () => {
    await content.put('physics/a.md', question(1, '"Physics"'));
    const named = {
      law: { name: 'The Law' },
      'c-language': { name: 'C: language' },
      '1984': { name: 'The Year' },
    };
    const catalogue = loadCatalogue(content.path);
    for (const subject of Object.keys(named)) {
      const target = { oldName: 'a', newName: questionPath(subject, 'a') };
      const { writes } = await planMove(content.path, target, catalogue, named);
      const path = `${subject}/a.md`;
      const bytes = Buffer.from(writes.get(path) ?? '');
      const { article, problems } = readArticle({ file: path, path, bytes });
      expect(problems).toEqual([]);
      expect(article?.subject.slug).toBe(subject);
    }
  });

  test('within a subject leaves the spelling of the subject as it is', async () => {
    await content.put('law/a.md', question(1, 'LAW'));
    const { writes } = await plan('a', 'b', loadCatalogue(content.path));
    expect(writes.get('law/b.md')).toBe(question(1, 'LAW'));
  });

  test('accepts the name of the file with its ending', async () => {
    await content.put('law/a.md', question(1, 'Law'));
    const { moved } = await plan('a.md', 'b', loadCatalogue(content.path));
    expect([...moved]).toEqual([[questionPath('law', 'a'), questionPath('law', 'b')]]);
  });

  test('of a question or to a subject that does not exist names the one that is meant', async () => {
    await content.put('law/what-is-a-tort.md', question(1, 'Law'));
    const catalogue = loadCatalogue(content.path);
    await expect(plan('what-is-a-tor', 'b', catalogue)).rejects.toThrow('Did you mean "what-is-a-tort"?');
    await expect(plan('/learn/law/questions/what-is-a-tor', 'b', catalogue)).rejects.toThrow(
      'Did you mean "/learn/law/questions/what-is-a-tort"?',
    );
    await expect(plan('what-is-a-tort', '/learn/laws/questions/b', catalogue)).rejects.toThrow(
      'There is no subject "laws". Did you mean "law"?',
    );
  });

  test('writes nothing', async () => {
    await content.put('law/a.md', question(1, 'Law'));
    const catalogue = loadCatalogue(content.path);
    await plan('a', 'b', catalogue);
    expect(loadCatalogue(content.path).entries).toEqual(catalogue.entries);
  });
});
