import { buildSite } from '@/lib/release/build';
import { probePort, serveSite } from '@/lib/release/serve';
import { outFolder } from '@/lib/release/releases';
import { UserError } from '@/lib/user-error';
import { main } from './main';

main(async () => {
  const port = readPort(process.env.PORT ?? '3000');
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

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`PORT must be a number from 1 to 65535, found "${text}".`);
  }
  return port;
}
