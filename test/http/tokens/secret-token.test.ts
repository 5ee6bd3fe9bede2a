import { createHash } from 'node:crypto';
import { digestOf, looksLikeToken, newSecretToken } from '../../../src/http/tokens/secret-token';

it('says whose it is, and is another one each time', () => {
  const tokens = Array.from({ length: 200 }, newSecretToken);

  expect(new Set(tokens).size).toBe(200);
  for (const token of tokens) expect(token).toMatch(/^offer_[0-9A-Za-z]{49}$/);
  expect(tokens.every(looksLikeToken)).toBe(true);
});

it('uses all digits at every place of its secret', () => {
  const tokens = Array.from({ length: 2000 }, newSecretToken);

  // The first digit of 256 bits in base 62 is small; the others are anything.
  for (let place = 'offer_'.length + 1; place < 'offer_'.length + 43; place++) {
    expect(new Set(tokens.map((token) => token[place])).size).toBe(62);
  }
});

it('shows a slip of the pen at any place', () => {
  const token = newSecretToken();

  for (let place = 0; place < token.length; place++) {
    const other = token[place] === 'a' ? 'b' : 'a';
    expect(looksLikeToken(token.slice(0, place) + other + token.slice(place + 1))).toBe(false);
  }
});

it.each(['', 'offer_', 'a-token-for-tests-only', `offer_${'0'.repeat(49)}`, 'x'.repeat(100_000)])(
  'is not taken for one: %.20s',
  (text) => {
    expect(looksLikeToken(text)).toBe(false);
  },
);

it('is kept as its SHA-256', () => {
  expect(digestOf('offer_x')).toEqual(createHash('sha256').update('offer_x').digest());
});
