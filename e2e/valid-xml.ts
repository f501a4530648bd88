import { readFile } from 'node:fs/promises';

import { XmlDocument, XsdValidator } from 'libxml2-wasm';

/** Fails with line and element if XML is not well-formed or violates a schema of `e2e/schemas`. */
export async function expectValidXml(xml: string, schema: 'sitemap' | 'atom' | 'rss'): Promise<void> {
  const schemaDocument = XmlDocument.fromString(await readFile(`e2e/schemas/${schema}.xsd`, 'utf8'));
  const validator = XsdValidator.fromDoc(schemaDocument);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    schemaDocument.dispose();
  }
}
