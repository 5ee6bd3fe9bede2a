import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { progressLine } from '../../src/cli/upload/progress-line';
import { sparseFrames } from '../../src/cli/upload/sparse-frames';
import { packageFiles } from '../../src/services/package-files/package-files';
import { sparseFile } from '../../src/http/uploads/sparse-body';
import { fakeUploads, type FakeUploads } from '../fakes/fake-uploads';
import { emptyFolder, type Offer, offerAgainst, runOffer } from '../support/run-offer';
import { apiToken, testApp } from '../support/test-app';
import { seedOf } from '../support/seed';

const mebibyte = 1024 * 1024;

let uploads: FakeUploads;
let offer: Offer;
let folder: string;
beforeEach(async () => {
  uploads = fakeUploads();
  folder = emptyFolder();
  offer = await offerAgainst(testApp({ uploads }).app);
});

/** A file of this many MiB with data at its beginning, in the middle and at its end; the rest are holes. */
function sparseDisk(mebibytes: number): string {
  const path = join(folder, 'web-1.0.0.vhd');
  writeFileSync(path, '');
  truncateSync(path, mebibytes * mebibyte);
  const file = openSync(path, 'r+');
  for (const at of [0, Math.floor(mebibytes / 2) * mebibyte, mebibytes * mebibyte - 4])
    writeSync(file, 'data', at);
  closeSync(file);
  return path;
}

const upload = (...argv: readonly string[]) => offer.runAt({ workFolder: folder }, 'upload', ...argv);

describe('offer upload', () => {
  it('puts the address alone on stdout, and every byte where it was', async () => {
    sparseDisk(16);

    const { exitCode, stdout, stderr } = await upload('disk', 'web-1.0.0.vhd', '--publisher', 'contoso');

    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^https:\/\/\S+\/web-1\.0\.0-[0-9a-f]{16}\.vhd\?\S+\n$/);
    const content = uploads.stored[0]?.content ?? '';
    expect(content.length).toBe(16 * mebibyte);
    expect([0, 8 * mebibyte, 16 * mebibyte - 4].map((at) => content.slice(at, at + 4))).toEqual(
      Array(3).fill('data'),
    );
  });

  it('zips a folder into the same package whenever it is uploaded', async () => {
    const app = join(folder, 'app');
    mkdirSync(join(app, 'nested'), { recursive: true });
    mkdirSync(join(app, '.git'));
    writeFileSync(join(app, 'mainTemplate.json'), '{}');
    writeFileSync(join(app, 'nested', 'a.json'), '{"a":1}');
    writeFileSync(join(app, '.git', 'HEAD'), 'ref');

    const first = await upload('package', 'app', '--publisher', 'contoso');
    const second = await upload('package', './app/', '--publisher', 'contoso');

    expect(first.stdout).toMatch(/^https:\/\/\S+\/app-[0-9a-f]{16}\.zip\?\S+\n$/);
    expect(second.stdout).toBe(first.stdout);
    const zip = uploads.stored[0]?.bytes ?? Buffer.alloc(0);
    const content = {
      bytes: zip.length,
      read: async (at: number, count: number) => zip.subarray(at, at + count),
    };
    expect(await packageFiles.list(content)).toMatchObject([
      { path: 'mainTemplate.json', bytes: 2 },
      { path: 'nested/a.json', bytes: 7 },
    ]);
  });

  it('refuses a link in a package: it would bring in what is not there', async () => {
    mkdirSync(join(folder, 'app'));
    symlinkSync('/etc/hostname', join(folder, 'app', 'mainTemplate.json'));

    const { exitCode, stderr } = await upload('package', 'app', '--publisher', 'contoso');

    expect(exitCode).toBe(2);
    expect(stderr).toContain('mainTemplate.json is a link');
    expect(uploads.stored).toEqual([]);
  });

  it('sends no stretch of zeros: 64 MiB with three pieces of data are 3 MiB on the wire', async () => {
    sparseDisk(64);
    let sent = 0;
    const server = createServer((request, answer) => {
      request.on('data', (piece: Buffer) => (sent += piece.length));
      request.on('end', () =>
        answer.writeHead(413, { 'Content-Type': 'application/problem+json' }).end('{}'),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const argv = ['upload', 'disk', 'web-1.0.0.vhd', '--publisher', 'contoso'];
    await runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken }, { workFolder: folder });
    server.close();

    expect(sent).toBeGreaterThan(3 * mebibyte);
    expect(sent).toBeLessThan(3 * mebibyte + 100);
  });

  it('gives digest and bytes with --json', async () => {
    writeFileSync(join(folder, 'a.zip'), 'package');

    const { stdout } = await upload('package', 'a.zip', '--publisher', 'contoso', '--json');

    expect(JSON.parse(stdout)).toEqual({
      publisher: 'contoso',
      kind: 'package',
      file: 'a.zip',
      url: expect.stringContaining('https://'),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: 7,
    });
  });

  it.each([
    ['a file that is not there', ['disk', 'none.vhd', '--publisher', 'contoso'], 2, /There is no file/],
    ['a folder', ['disk', '.', '--publisher', 'contoso'], 2, /is not a file/],
    ['no publisher, with a token for all', ['logo', 'logo.txt'], 2, /--publisher/],
    ['a name that cannot be', ['logo', 'logo.txt', '--publisher', 'contoso'], 3, /\.png \| \.jpg/],
    ['a kind there is not', ['film', 'logo.txt', '--publisher', 'contoso'], 2, /disk, package, logo/],
  ])('refuses %s', async (_case, argv, exitCode, words) => {
    writeFileSync(join(folder, 'logo.txt'), 'x');

    const told = await upload(...argv);

    expect(told.exitCode).toBe(exitCode);
    expect(told.stderr).toMatch(words);
    expect(uploads.stored).toEqual([]);
  });

  it('sends the whole file again after a broken connection', async () => {
    writeFileSync(join(folder, 'a.zip'), Buffer.alloc(3 * mebibyte, 'x'));
    let tries = 0;
    const server = createServer((request, answer) => {
      tries += 1;
      if (tries === 1) return request.once('data', () => request.destroy());
      let bytes = 0;
      request.on('data', (piece: Buffer) => (bytes += piece.length));
      return request.on('end', () => answer.writeHead(404).end(JSON.stringify({ detail: `${bytes} came` })));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const argv = ['upload', 'package', 'a.zip', '--publisher', 'contoso'];
    const told = await runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken }, { workFolder: folder });
    server.close();

    expect(tries).toBe(2);
    expect(told.stderr).toMatch(/Sending again\.\n.*came\n$/s);
  });
});

describe('the progress of an upload', () => {
  const shown = (isErrorTerminal: boolean): string => {
    let text = '';
    const stderr = (words: string): void => void (text += words);
    const line = progressLine({ isErrorTerminal, stderr }, { total: 4 * mebibyte, language: 'en' });
    line.at(mebibyte);
    line.at(4 * mebibyte);
    line.end();
    return text;
  };

  it('is one line that is written again and cleared at the end', () => {
    const [, first, last, ...end] = shown(true).split('\r');

    expect(first).toMatch(/^█{3}░{7} 25 % {2}1 MiB of 4 MiB {2}.+\/s, .+ left/);
    expect(last).toMatch(/^█{10} 100 % {2}4 MiB of 4 MiB/);
    expect(end).toEqual(['\u001b[K']);
  });

  it('is not in a log', () => {
    expect(shown(false)).toBe('');
  });
});

describe('a file without its zeros', () => {
  const cut = async function* (bytes: Buffer, size: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const gathered = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
    const all: Buffer[] = [];
    for await (const piece of pieces) all.push(Buffer.from(piece));
    return Buffer.concat(all);
  };

  it('comes out whole, however it is cut', async () => {
    const blocks = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });

    await fc.assert(
      fc.asyncProperty(
        blocks,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (parts, read, wire) => {
          const file = Buffer.concat(parts.map(([isData, size]) => Buffer.alloc(size, isData ? 7 : 0)));
          const frames = await gathered(sparseFrames(cut(file, read)));

          expect(await gathered(sparseFile(cut(frames, wire)))).toEqual(file);
        },
      ),
      { seed: seedOf('sparse frames') },
    );
  });

  it.each([
    [
      'going back',
      [
        [8n, 2],
        [4n, 2],
      ],
    ],
    ['half a head', [[0n, 4]]],
  ])('ends early when it is wrong: %s', async (_case, heads) => {
    const body = Buffer.concat(
      heads.map(([offset, length]) => {
        const head = Buffer.alloc(12 + Number(length), 1);
        head.writeBigUInt64BE(BigInt(offset ?? 0));
        head.writeUInt32BE(Number(length), 8);
        return head;
      }),
    );

    const file = await gathered(sparseFile(cut(body.subarray(0, body.length - 1), 5)));

    expect(file.length).toBeLessThan(12);
  });
});
