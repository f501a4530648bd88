import { caddyConfiguration } from '@/lib/deploy/caddy';
import { nginxConfiguration } from '@/lib/deploy/nginx';
import { readPort } from '@/lib/deploy/port';
import { parseOptions } from '@/lib/parse-options';
import { outFolder } from '@/lib/release/store/release-folders';
import { UserError } from '@/lib/user-error';
import { main } from './main';

const servers = { nginx: nginxConfiguration, caddy: caddyConfiguration };

/** Prints the configuration of a server, generated from the same list of headers as for all servers. */
main(() => {
  const { values, positionals } = parseOptions({
    allowPositionals: true,
    options: {
      root: { type: 'string', default: outFolder() },
      port: { type: 'string', default: '80' },
      name: { type: 'string', default: '_' },
    },
  });
  const [server = ''] = positionals;
  if (server !== 'nginx' && server !== 'caddy') {
    throw new UserError(
      `Name a server, nginx or caddy: npm run server-config -- nginx --root /srv/questions/out`,
    );
  }
  const { root, name } = values;
  process.stdout.write(servers[server]({ root, name, port: readPort(values.port, '--port') }));
});
