import { HtmlValidate } from 'html-validate';

/** The standard's own rules; what is turned off is a matter of taste that the house has settled otherwise. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'attr-quotes': ['error', { style: 'double' }],
    'void-style': ['error', { style: 'omit' }],
    'no-inline-style': 'error',
    'no-dup-id': 'error',
    'heading-level': 'error',
    'valid-id': ['error', { relaxed: true }],
    'input-missing-label': 'error',
    // A button in a form sends it, which is what all of ours are for.
    'no-implicit-button-type': 'off',
    // A style sheet of our own origin needs no hash of itself.
    'require-sri': 'off',
  },
});

/** What is wrong with a page, in lines to read. */
export async function faultsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const near = page.split('\n')[line - 1]?.slice(Math.max(0, column - 40), column + 80);
      return `${ruleId}: ${message} … ${near}`;
    }),
  );
}
