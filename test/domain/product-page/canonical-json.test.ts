import { canonicalJson } from '../../../src/domain/product-page/canonical-json';

describe('canonical JSON', () => {
  it('is the same text whatever the order of keys', () => {
    const one = { b: [{ y: 1, x: null }], a: 'é', B: true };
    const other = { B: true, a: 'é', b: [{ x: null, y: 1 }] };

    expect(canonicalJson(one)).toBe('{"B":true,"a":"é","b":[{"x":null,"y":1}]}');
    expect(canonicalJson(other)).toBe(canonicalJson(one));
  });

  it('keeps the order of lists, which means something', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });

  it('leaves out what is not there', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
