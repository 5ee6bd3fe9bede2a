/** Every way in which a secret may stand in a text: as it is, as in a URL, as bytes in hex, and inside of any base64. */
export function spellings(secret: string): readonly string[] {
  const inBase64 = [0, 1, 2].map((before) => base64After(secret, before));
  const plain = [secret.replace(/=+$/, ''), ...inBase64].flatMap(inBothAlphabets);
  return [...new Set([...plain, encodeURIComponent(secret), Buffer.from(secret).toString('hex')])];
}

/** A key that is base64 itself stands in a JWK in the alphabet of URLs. */
const inBothAlphabets = (text: string): readonly string[] => [
  text,
  text.replaceAll('+', '-').replaceAll('/', '_'),
  ...(/^[\w-]+$/.test(text) ? [text.replaceAll('-', '+').replaceAll('_', '/')] : []),
];

/** With so many bytes before it; without the digits that its neighbours have a part in. */
function base64After(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const digits = bytes.toString('base64').replace(/=+$/, '');
  const whole = Math.floor((bytes.length * 8) / 6);
  return digits.slice(Math.ceil((before * 8) / 6), whole);
}
