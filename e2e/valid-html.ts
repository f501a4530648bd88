import { HtmlValidate } from 'html-validate/node';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // How React writes an attribute without a value: `hidden=""` means `hidden`.
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    // React writes names of attributes as its properties are spelt, and void elements with a slash: HTML allows both.
    'attr-case': 'off',
    'void-style': 'off',
    // A title is the question that its page answers, however long it has to be.
    'long-title': 'off',
  },
});

/** Everything that is wrong with a page's HTML, a line each; nothing for a page without faults. */
export async function faultsOfHtml(html: string, address: string): Promise<string[]> {
  const { results } = await validator.validateString(html, address);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, selector, line }) => `${address}:${line} ${ruleId}: ${message} (${selector ?? ''})`,
    ),
  );
}
