/**
 * What a secret looks like that no test knows: one that was made on the way. Links made for a reader are none to that
 * reader; but nothing that is kept may hold one.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  'the signature of a SAS URL': /[?&;]sig=[\w%+/=-]{30,}/,
  'a preview token': /\btoken=[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/,
  'an API token': /\boffer_[\dA-Za-z]{49}\b/,
  'a session': /\boffer_session=[\w-]{43}/,
  'a bearer token': /\bBearer [\w.~+/-]{20,}/i,
  'a connection string': /\b(?:Account|SharedAccess)Key=[A-Za-z\d+/]{20,}/,
  'a private key': /\bBEGIN (?:[A-Z]+ )?PRIVATE KEY\b/,
  'the secret of a webhook': /\bwhsec_[A-Za-z\d+/]{20,}/,
  'the password of a database': /\bpostgres(?:ql)?:\/\/[^\s:@/]+:[^\s:@/]+@/,
};

/** The kinds of secrets that stand in a text. */
export const secretsIn = (text: string): readonly string[] =>
  Object.entries(shapes).flatMap(([what, shape]) => (shape.test(text) ? [what] : []));
