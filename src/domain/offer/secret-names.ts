/**
 * Any spelling that some reader takes for the word: letters in either case, as they are or percent-encoded (once or
 * more often), as entities of HTML, or escaped as in JSON. The source of an expression, to be used with `i`.
 */
function spelled(word: string): string {
  return Array.from(word, anySpelling).join('');
}

function anySpelling(character: string): string {
  const codes = [...new Set([character.toLowerCase(), character.toUpperCase()])].map((one) =>
    one.charCodeAt(0),
  );
  const decimal = codes.join('|');
  const hex = codes.map((code) => code.toString(16)).join('|');
  const itself = /\w/.test(character) ? character : `\\u00${hex}`;
  return `(?:${itself}|%(?:25)*(?:${hex})|&#0*(?:${decimal});|&#x0*(?:${hex});|\\\\u00(?:${hex}))`;
}

/** Ends of the names under which signatures and keys travel: `X-Amz-Signature` and `SharedAccessSignature` as well. */
const names = ['sig', 'signature', 'access_token', 'accountkey', 'sharedaccesskey'];

/** The name of a credential and its `=`, anywhere in a text; what follows is the secret. */
export const credentialName = new RegExp(
  `(?:${names.map(spelled).join('|')})(?:${spelled('=')}|&equals;)`,
  'i',
);

/** Fields that are secret as a whole, by the end of their name, e.g. `storageAccountConnectionString`. */
export function namesSecret(field: string): boolean {
  return secretField.test(field);
}

const secretField =
  /(connectionstring|password|secret|accountkey|applicationkey|apikey|accesskey|privatekey|token)$/i;
