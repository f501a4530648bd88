import { expect, test } from 'vitest';

import { checkSiteUrl } from './site-address';

test.each([undefined, 'https://quicktakes.example', 'http://localhost:3000/'])('%s is taken', (SITE_URL) => {
  expect(() => {
    checkSiteUrl({ NODE_ENV: 'test', SITE_URL });
  }).not.toThrow();
});

test.each(['', 'quicktakes.example', 'https://owner.github.io/questions', 'ftp://a.example', 'https://'])(
  'a site at "%s" is refused',
  (SITE_URL) => {
    expect(() => {
      checkSiteUrl({ NODE_ENV: 'test', SITE_URL });
    }).toThrow(`such as https://your.address; found "${SITE_URL}"`);
  },
);
