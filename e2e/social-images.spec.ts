import { expect, test, type APIRequestContext } from '@playwright/test';
import { imageSize } from 'image-size';

import { angioplasty, librarySite, sourceSite } from './sites';

/**
 * The properties of a page's head, and the address of its picture without the public address of the site,
 * which is not that of the test server.
 */
async function headOf(request: APIRequestContext, site: string, path: string) {
  const html = await (await request.get(site + path)).text();
  const property = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
  const { pathname, search } = new URL(property('og:image'));
  return { address: pathname + search, path: pathname, property };
}

const pages: [path: string, picture: string][] = [
  ['/', '/site.png'],
  ['/learn', '/site.png'],
  ['/search', '/site.png'],
  ['/study', '/site.png'],
  ['/learn/medicine', '/learn/medicine.png'],
  ['/learn/mathematics/a-z', '/learn/mathematics.png'],
  [angioplasty, `${angioplasty}.png`],
];

for (const [path, picture] of pages) {
  test(`${path} refers to ${picture}, a picture of the declared size`, async ({ request }) => {
    const head = await headOf(request, librarySite, path);
    expect(head.path).toBe(picture);
    expect(head.property('og:image:width')).toBe('1200');
    expect(head.property('og:image:height')).toBe('630');
    expect(head.property('og:image:alt')).not.toBe('');
    expect(head.property('twitter:card')).toBe('summary_large_image');
    expect(new URL(head.property('twitter:image')).pathname).toBe(picture);

    const response = await request.get(librarySite + head.address);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe('image/png');
    const bytes = await response.body();
    expect(imageSize(bytes)).toMatchObject({ type: 'png', width: 1200, height: 630 });
    expect(bytes.byteLength).toBeLessThan(40 * 1024);
  });
}

test('a question without its own picture refers to that of its subject', async ({ request }) => {
  const old = '/learn/history/questions/what-happened-in-the-year-1';
  const head = await headOf(request, sourceSite, old);
  expect(head.path).toBe('/learn/history.png');
  expect((await request.get(sourceSite + head.address)).status()).toBe(200);
  expect((await request.get(`${sourceSite}${old}.png`)).status()).toBe(404);

  const newest = '/learn/history/questions/what-happened-in-the-year-110';
  expect((await headOf(request, sourceSite, newest)).path).toBe(`${newest}.png`);
});
