import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * Allows only elements and attributes that Markdown produces: no `style`, no event handlers, and only
 * addresses with http, https, mailto or on this site. `math` is the placeholder of a formula.
 */
export const answerSchema: Schema = {
  ...defaultSchema,
  // Headings get their ids later. Raw HTML, which could contain other ids, is shown as text.
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), 'math'],
  attributes: {
    ...defaultSchema.attributes,
    img: [...(defaultSchema.attributes?.img ?? []), 'loading', 'decoding'],
    math: ['dataOffset', 'dataInline', 'dataCell', 'dataUnlinked'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};
