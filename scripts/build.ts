import { buildSite } from '@/lib/release/build';
import { main } from './main';

main(() =>
  buildSite((line) => {
    console.log(line);
  }),
);
