import { expect, test } from 'vitest';
import { parseDocument, type ErrorCode } from 'yaml';

import { explainYamlError } from './yaml-words';

/**
 * A text for each error that the parser has for what an editor can type. The others cannot be met in front
 * matter.
 */
const examples: [code: ErrorCode, text: string][] = [
  ['ALIAS_PROPS', 'a: &b *c\n'],
  ['BAD_ALIAS', 'a: & b\n'],
  ['BAD_COLLECTION_TYPE', 'a: !!set [b]\n'],
  ['BAD_DIRECTIVE', '%a\n---\nb: c\n'],
  ['BAD_DQ_ESCAPE', 'a: "\\p"\n'],
  ['BAD_INDENT', 'a:\n  b: c\n d: e\n'],
  ['BAD_PROP_ORDER', 'a: [&b ? c]\n'],
  ['BAD_SCALAR_START', 'a: @b\n'],
  ['BAD_SCALAR_START', 'a: %b\n'],
  ['BAD_SCALAR_START', 'a: `b`\n'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a: b: c\n'],
  ['BLOCK_IN_FLOW', 'a: [\n  - b\n  ]\n'],
  ['DUPLICATE_KEY', 'a: b\na: c\n'],
  ['KEY_OVER_1024_CHARS', `? ${'a'.repeat(1100)}\n: b\n${'c'.repeat(1100)}: d\n`],
  ['MISSING_CHAR', 'a: "b\n'],
  ['MISSING_CHAR', "a: 'b\n"],
  ['BAD_INDENT', 'a: {b: c\n'],
  ['MISSING_CHAR', 'a: "b"#c\n'],
  ['MISSING_CHAR', 'a: b\nc\n'],
  ['MISSING_CHAR', 'a: ["b" "c"]\n'],
  ['MISSING_CHAR', 'a:\n- b\nc\n'],
  ['MULTILINE_IMPLICIT_KEY', 'a\nb: c\n'],
  ['MULTIPLE_ANCHORS', 'a: &b &c d\n'],
  ['MULTIPLE_TAGS', 'a: !b !c d\n'],
  ['TAB_AS_INDENT', 'a:\n\tb: c\n'],
  ['TAG_RESOLVE_FAILED', 'a: !!int b\n'],
  ['UNEXPECTED_TOKEN', 'a: "b" c\n'],
  ['UNEXPECTED_TOKEN', 'a: >- b\n  c\n'],
  ['UNEXPECTED_TOKEN', 'a: [,]\n'],
];

test.each(examples)('%s has words of our own, with what to do: %j', (code, text) => {
  const { errors, warnings } = parseDocument(text, { version: '1.2', prettyErrors: false });
  const found = [...errors, ...warnings].find((error) => error.code === code);
  expect([...errors, ...warnings].map((error) => error.code)).toContain(code);
  const said = explainYamlError(code, found?.message ?? '');
  expect(said).not.toContain(found?.message);
  expect(said).toMatch(/^\P{Lu}*\p{Lu}.+: .+\.$|^Write .+\.$|^.+ must be .+\.$/su);
});

test('every code has words', () => {
  const codes: Record<ErrorCode, true> = {
    ALIAS_PROPS: true,
    BAD_ALIAS: true,
    BAD_COLLECTION_TYPE: true,
    BAD_DIRECTIVE: true,
    BAD_DQ_ESCAPE: true,
    BAD_INDENT: true,
    BAD_PROP_ORDER: true,
    BAD_SCALAR_START: true,
    BLOCK_AS_IMPLICIT_KEY: true,
    BLOCK_IN_FLOW: true,
    DUPLICATE_KEY: true,
    IMPOSSIBLE: true,
    KEY_OVER_1024_CHARS: true,
    MISSING_CHAR: true,
    MULTILINE_IMPLICIT_KEY: true,
    MULTIPLE_ANCHORS: true,
    MULTIPLE_DOCS: true,
    MULTIPLE_TAGS: true,
    NON_STRING_KEY: true,
    RESOURCE_EXHAUSTION: true,
    TAB_AS_INDENT: true,
    TAG_RESOLVE_FAILED: true,
    UNEXPECTED_TOKEN: true,
  };
  for (const code of Object.keys(codes) as ErrorCode[])
    expect(explainYamlError(code, 'Cannot be read')).toMatch(/\.$/);
});
