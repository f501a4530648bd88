import { HtmlValidate } from 'html-validate/node';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // React writes attributes without a value as `hidden=""`, which is equivalent to `hidden`.
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    // React writes attribute names in camel case and void elements with a slash; HTML allows both.
    'attr-case': 'off',
    'void-style': 'off',
    // The title is the question, whatever its length.
    'long-title': 'off',
  },
});

/** All faults of a page's HTML, one per line; empty if there are none. */
export async function faultsOfHtml(html: string, address: string): Promise<string[]> {
  const { results } = await validator.validateString(html, address);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, selector, line }) => `${address}:${line} ${ruleId}: ${message} (${selector ?? ''})`,
    ),
  );
}
