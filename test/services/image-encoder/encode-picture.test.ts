import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { encodePicture } from '../../../src/services/image-encoder/encode-picture';

const size = { width: 40, height: 40 };

describe('encode picture', () => {
  it.each(['png', 'jpeg', 'gif', 'webp'] as const)(
    'makes a PNG of the exact size of a %s',
    async (format) => {
      const content = await picture(64, 32).toFormat(format).toBuffer();

      const answer = await encodePicture(content, size);

      expect(answer).toMatchObject({
        kind: 'encoded',
        original: { format, size: { width: 64, height: 32 } },
      });
      if (answer.kind !== 'encoded') return;
      const { format: made, width, height } = await sharp(answer.png).metadata();
      expect({ made, width, height }).toEqual({ made: 'png', ...size });
    },
  );

  it('makes the same bytes of the same picture', async () => {
    const content = await picture(40, 40).png().toBuffer();

    expect(await encodePicture(content, size)).toEqual(await encodePicture(content, size));
  });

  it('serves nothing of the original file but its pixels', async () => {
    const content = await picture(40, 40)
      .withExif({ IFD0: { Copyright: 'canary-4711' } })
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([content, Buffer.from('<script>canary-4711</script>')]);

    const answer = await encodePicture(polyglot, size);

    expect(polyglot.includes('canary-4711')).toBe(true);
    expect(answer.kind).toBe('encoded');
    expect(answer.kind === 'encoded' && answer.png.includes('canary-4711')).toBe(false);
  });

  it('turns a photograph the way its camera was held', async () => {
    const content = await picture(64, 32).withMetadata({ orientation: 6 }).jpeg().toBuffer();

    expect(await encodePicture(content, size)).toMatchObject({
      original: { size: { width: 32, height: 64 } },
    });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')],
    ['a web page', Buffer.from('<!doctype html><title>Not found</title>')],
    ['nothing', Buffer.alloc(0)],
    ['TIFF', Buffer.from('II*\0aaaaaaaaaaaa', 'latin1')],
  ])('refuses %s by its first bytes', async (_name, content) => {
    expect(await encodePicture(content, size)).toEqual({
      kind: 'unusable',
      detail: 'it is neither PNG, JPEG, GIF nor WebP',
    });
  });

  it('refuses a picture that is cut off', async () => {
    const content = await picture(400, 400).png({ compressionLevel: 0 }).toBuffer();

    expect(await encodePicture(content.subarray(0, 2000), size)).toEqual({
      kind: 'unusable',
      detail: 'it cannot be decoded',
    });
  });

  it('refuses a bomb by its header, before decoding it', async () => {
    const answer = await encodePicture(pngHeader(50_000, 50_000), size);

    expect(answer.kind).toBe('unusable');
  });
});

function picture(width: number, height: number): sharp.Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#3366cc' } });
}

/** A PNG that claims to be huge: header, a scrap of data, end. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
