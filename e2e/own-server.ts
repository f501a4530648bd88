import { serveSite } from '@/lib/deploy/serve';

/** Serves a published folder as `npm start` does, without building one. */
const [folder = '', port = ''] = process.argv.slice(2);
await serveSite(folder, Number(port));
