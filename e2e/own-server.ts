import { serveSite } from '@/lib/deploy/serve';

/** Serves a published folder like `npm start`, without building it. */
const [folder = '', port = ''] = process.argv.slice(2);
await serveSite(folder, Number(port));
