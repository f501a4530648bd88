import { finishedReleases, indexFileOf, outFolder, releaseInUse } from '@/lib/release/store/release-folders';
import { filesOf, readIndex } from '@/lib/release/store/release-index';
import { announce, changedAddresses, readIndexNow } from '@/lib/seo/index-now';
import { UserError } from '@/lib/user-error';
import { main } from './main';

main(async () => {
  const indexNow = readIndexNow();
  const endpoint = indexNow?.endpoint;
  if (!indexNow || endpoint === undefined || process.env.SITE_URL === undefined) {
    throw new UserError(
      'Nothing is announced until INDEXNOW_KEY, INDEXNOW_ENDPOINT and SITE_URL are set; docs/crawlers.md says how.',
    );
  }
  const out = outFolder();
  const now = await releaseInUse(out);
  if (now === undefined) throw new UserError('There is no release to announce: run npm run build first.');
  const before = (await finishedReleases(out)).filter((folder) => folder < now).at(-1);
  const addresses = changedAddresses(before === undefined ? new Map() : keysOf(before), keysOf(now));
  console.log(`${addresses.length} addresses were added, changed or removed since the previous release.`);
  await announce({ ...indexNow, endpoint }, addresses, (line) => {
    console.log(line);
  });
});

function keysOf(release: string): Map<string, string> {
  const files = [...filesOf(readIndex(indexFileOf(release)).values())];
  return new Map(files.map(({ path, key }) => [path, key]));
}
