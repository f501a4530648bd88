import { readPageManifest } from '@/lib/release/page-manifest';
import { latestReleases, outFolder } from '@/lib/release/switch';
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
  const [now, before] = await latestReleases(outFolder());
  if (now === undefined) throw new UserError('There is no release to announce: npm run build makes one.');
  const addresses = changedAddresses(
    before === undefined ? new Map() : await readPageManifest(before),
    await readPageManifest(now),
  );
  console.log(`${addresses.length} addresses are new, changed or gone since the release before.`);
  await announce({ ...indexNow, endpoint }, addresses, (line) => {
    console.log(line);
  });
});
