import { expect, test } from 'vitest';

import { jsonLd } from './json-ld';

test('text that ends a script element cannot end this one', () => {
  const text = jsonLd([{ headline: '</script><script>alert(1)</script><!--' }]);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ headline: '</script><script>alert(1)</script><!--' }],
  });
});
