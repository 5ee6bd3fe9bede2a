import fc from 'fast-check';
import { parseVhdFooter } from '../../src/inspection/vhd-footer';
import { makeFooter } from '../support/vhd';

describe('parseVhdFooter', () => {
  it('reads every field of a fixed footer', () => {
    const footer = parseVhdFooter(makeFooter(32 * 1024 * 1024));

    expect(footer).toEqual({
      features: 2,
      formatVersion: 0x0001_0000,
      dataOffset: 'ffffffffffffffff',
      timestamp: 800_000_000,
      creatorApplication: 'offr',
      creatorVersion: 0x0001_0000,
      creatorHostOs: 'Wi2k',
      originalSize: 33_554_432,
      currentSize: 33_554_432,
      geometry: { cylinders: 1024, heads: 16, sectorsPerTrack: 63 },
      diskType: 2,
      checksum: footer?.computedChecksum,
      computedChecksum: expect.any(Number) as number,
      uniqueId: Buffer.from('0123456789abcdef').toString('hex'),
      savedState: 0,
    });
  });

  it('agrees with the checksum that qemu-img 7.2 wrote', () => {
    const footer = Buffer.alloc(512);
    Buffer.from(
      '636f6e65637469780000000200010000ffffffffffffffff329452ee71656d32000500035769326b0000000001400000' +
        '0000000001400000ffff10ff00000002ffffe66a7509c3910a354cdf8d5c1ad3008f230800000000',
      'hex',
    ).copy(footer);

    const read = parseVhdFooter(footer);

    expect(read).toMatchObject({
      checksum: 0xffff_e66a,
      computedChecksum: 0xffff_e66a,
      currentSize: 20_971_520,
    });
  });

  it('replaces what cannot be printed in names that a creator chose', () => {
    const footer = makeFooter(1024, (bytes) => void bytes.write('\0\n<é', 28, 'latin1'));

    expect(parseVhdFooter(footer)?.creatorApplication).toBe('..<.');
  });

  it.each([0, 511, 513, 1024])('takes %i bytes for no footer', (length) => {
    expect(parseVhdFooter(Buffer.alloc(length, 'conectix'))).toBeUndefined();
  });

  it('answers something for any 512 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 504, maxLength: 504 }), fc.boolean(), (rest, hasCookie) => {
        const bytes = Buffer.concat([Buffer.from(hasCookie ? 'conectix' : 'conectiX'), rest]);

        const footer = parseVhdFooter(bytes);

        expect(footer !== undefined).toBe(hasCookie);
        expect(JSON.parse(JSON.stringify({ footer }))).toEqual({ ...(footer && { footer }) });
      }),
    );
  });
});
