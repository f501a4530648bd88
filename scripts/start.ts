import { readPort } from '@/lib/deploy/port';
import { buildSite } from '@/lib/release/build';
import { probePort, serveSite } from '@/lib/deploy/serve';
import { outFolder } from '@/lib/release/store/release-folders';
import { main } from './main';

main(async () => {
  const port = readPort(process.env.PORT ?? '3000', 'PORT');
  await probePort(port);
  const address = `http://localhost:${port}`;
  process.env.SITE_URL ??= address;
  await buildSite({
    report: (line) => {
      console.log(line);
    },
  });
  await serveSite(outFolder(), port);
  console.log(`The library is at ${address} (stop with Ctrl+C).`);
});
