import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { listContent, readContent } from './content-folder';

const folder = temporaryFolder();

test('links, pipes and names that cannot be shown are problems, and are not followed', async () => {
  await folder.put('law/a.md', 'x');
  await folder.put('law/b\n::error::.md', 'x');
  await symlink('/', join(folder.path, 'law/root'));
  execFileSync('mkfifo', [join(folder.path, 'law/pipe.md')]);
  const { paths, problems } = listContent(folder.path);
  expect(paths).toEqual(['law/a.md']);
  expect(problems.map(({ file, code }) => [file.replace(`${folder.path}/`, ''), code]).sort()).toEqual([
    ['law/b\uFFFD::error::.md', 'file-name'],
    ['law/pipe.md', 'file-name'],
    ['law/root', 'file-name'],
  ]);
});

test('no more is read of a large file than shows that it is too large', async () => {
  await folder.put('a.md', new Uint8Array(10_000_000));
  expect(readContent(folder.path, 'a.md')).toHaveLength(limits.fileBytes + 1);
});

test.each(['/dev/zero', '/etc/passwd', 'nothing'])('a link to %s is not read', async (target) => {
  await symlink(target, join(folder.path, 'link.md'));
  expect(() => readContent(folder.path, 'link.md')).toThrow('cannot be read');
});
