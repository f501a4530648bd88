import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';

import { escapeXml, textElement } from './xml';

test('an XML parser restores any text except characters that XML does not allow', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const document = XmlDocument.fromString(textElement('a', text, ` b="${escapeXml(text)}"`));
      const holdable = escapeXml(text).includes('\uFFFD') ? undefined : text.replace(/\r\n?/g, '\n');
      if (holdable !== undefined) {
        expect(document.root.content).toBe(holdable);
        expect(document.root.attr('b')?.value).toBe(holdable.replace(/[\n\t]/g, ' '));
      }
      document.dispose();
    }),
  );
});

test('characters that XML does not allow are replaced', () => {
  expect(escapeXml('a\u0000b\u000Bc\uD800d\uFFFEe')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
});
