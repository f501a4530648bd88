import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * What Markdown makes, and nothing else: no `style`, no handlers, and addresses only of http, https, mailto and our own
 * pages. `math` holds the place of a formula.
 */
export const answerSchema: Schema = {
  ...defaultSchema,
  // Headings get their ids later, and raw HTML, which could bring others, is shown as text.
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), 'math'],
  attributes: {
    ...defaultSchema.attributes,
    img: [...(defaultSchema.attributes?.img ?? []), 'loading', 'decoding'],
    math: ['dataOffset', 'dataInline', 'dataUnlinked'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};
