import { HtmlValidate } from 'html-validate/node';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // How React and parse5 write an attribute without a value: `hidden=""` means `hidden`.
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
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
