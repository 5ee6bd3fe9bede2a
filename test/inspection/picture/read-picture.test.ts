import fc from 'fast-check';
import sharp from 'sharp';
import { readPicture } from '../../../src/inspection/picture/read-picture';

const canvas = (width: number, height: number): sharp.Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#1d6fb8' } });

const png = async (): Promise<Buffer> => canvas(255, 115).png().toBuffer();
const jpeg = async (orientation?: number): Promise<Buffer> =>
  canvas(255, 115)
    .withMetadata(orientation === undefined ? {} : { orientation })
    .jpeg()
    .toBuffer();

const size = { width: 255, height: 115 };

it.each([
  ['png', png],
  ['png', async () => canvas(255, 115).png({ palette: true, progressive: true }).toBuffer()],
  ['jpeg', jpeg],
  ['jpeg', async () => canvas(255, 115).jpeg({ progressive: true }).toBuffer()],
  ['gif', async () => canvas(255, 115).gif().toBuffer()],
  ['webp', async () => canvas(255, 115).webp().toBuffer()],
  ['webp', async () => canvas(255, 115).webp({ lossless: true }).toBuffer()],
  ['webp', async () => canvas(255, 115).withMetadata().webp().toBuffer()],
] as const)('reads format and size of a real %s', async (format, draw) => {
  expect(readPicture(await draw())).toEqual({ format, size, isWhole: true });
});

it.each([
  [1, size],
  [3, size],
  [6, { width: 115, height: 255 }],
  [8, { width: 115, height: 255 }],
])('heeds how the camera was held: %i', async (orientation, expected) => {
  expect(readPicture(await jpeg(orientation)).size).toEqual(expected);
});

it.each([
  ['png', png],
  ['jpeg', jpeg],
  ['webp', async () => canvas(255, 115).webp().toBuffer()],
] as const)('sees that a %s was cut off', async (_format, draw) => {
  const whole = await draw();

  expect(readPicture(whole.subarray(0, whole.length - 3)).isWhole).toBe(false);
});

it('is not taken in by the preview inside a photo that was cut off', async () => {
  const preview = await jpeg();
  const note = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 0]), preview]);
  note.writeUInt16BE(preview.length + 2, 2);
  const photo = await jpeg();
  const withPreview = Buffer.concat([photo.subarray(0, 2), note, photo.subarray(2)]);

  expect(readPicture(withPreview)).toEqual({ format: 'jpeg', size, isWhole: true });
  expect(readPicture(withPreview.subarray(0, withPreview.length - 2)).isWhole).toBe(false);
});

it.each([
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['svg', '\uFEFF<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="40">'],
  ['html', '<!doctype html><title>Not found</title>'],
  ['unknown', 'PNG'],
  ['unknown', ''],
])('knows %s from its beginning', (format, text) => {
  expect(readPicture(Buffer.from(text))).toEqual({ format, size: null, isWhole: true });
});

it('reads whatever bytes there are', async () => {
  const real = [
    await png(),
    await jpeg(6),
    await canvas(9, 9).gif().toBuffer(),
    await canvas(9, 9).webp().toBuffer(),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }),
      fc.nat(700),
      (picture, changes, length) => {
        const bytes = Uint8Array.from(picture);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;

        const { size: found } = readPicture(bytes.subarray(0, length));

        expect(found === null || (found.width > 0 && found.height > 0)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
