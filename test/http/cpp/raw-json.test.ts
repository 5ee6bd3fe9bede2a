import fc from 'fast-check';
import { rawJson } from '../../../src/http/cpp/raw-json';
import { seedOf } from '../../support/seed';

it('writes numbers of 64 bits digit by digit', () => {
  const values = [636576975611768314n, 9223372036854775807n, -9223372036854775808n, 0n];

  expect(rawJson({ version: values })).toBe(
    '{"version":[636576975611768314,9223372036854775807,-9223372036854775808,0]}',
  );
});

it('writes everything else as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(rawJson(value)).toBe(JSON.stringify(value));
    }),
    { seed: seedOf('raw JSON') },
  );
});

it('leaves out what is undefined', () => {
  expect(rawJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
});
