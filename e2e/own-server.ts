import { serveSite } from '@/lib/release/serve';

/** Serves a published folder as `npm start` does, without building one. */
const [folder = '', port = ''] = process.argv.slice(2);
await serveSite(folder, Number(port));
