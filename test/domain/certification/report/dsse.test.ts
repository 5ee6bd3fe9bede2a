import { fromBase64, preAuthEncoding, toBase64 } from '../../../../src/domain/certification/report/dsse';

it('encodes what is signed as the protocol’s own example has it', () => {
  const encoded = preAuthEncoding('http://example.com/HelloWorld', new TextEncoder().encode('hello world'));

  expect(new TextDecoder().decode(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

it('counts bytes, not letters', () => {
  const encoded = preAuthEncoding('ы', new TextEncoder().encode('漢'));

  expect(new TextDecoder().decode(encoded)).toBe('DSSEv1 2 ы 3 漢');
});

it.each<[string, readonly number[] | undefined]>([
  ['+/8=', [251, 255]],
  ['-_8', [251, 255]],
  ['', []],
  ['A', undefined],
  ['a b=', undefined],
])('reads base64 of either alphabet: %s', (text, bytes) => {
  const read = fromBase64(text);

  expect(read && [...read]).toEqual(bytes);
});

it('writes standard base64 with padding', () => {
  expect(toBase64(Uint8Array.from([251, 255]))).toBe('+/8=');
});
