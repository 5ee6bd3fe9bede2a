import { randomBytes } from 'node:crypto';
import { createSafeHttp } from '../../../src/services/safe-http/safe-http';
import { createSourceReader } from '../../../src/services/source-reader/source-reader';
import type { SourceReader } from '../../../src/services/ports';
import { type LocalServer, startLocalServer } from '../../support/local-server';
import { publisherBlob } from '../../support/publisher-blob';
import { testStack } from '../../support/stack';

const mebibyte = 1024 * 1024;
const quick = { tries: 4, firstPauseMs: 1, longestPauseMs: 5 };

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

function readerOf(...trustedOrigins: readonly string[]): SourceReader {
  const http = createSafeHttp({ trustedOrigins, quietMs: 60_000 });
  open.push(http);
  return createSourceReader(http, quick);
}

const azurite = (): string => new URL(testStack().storage.blobUrl('publisher')).origin;

async function serve(answer: Parameters<typeof startLocalServer>[0]): Promise<LocalServer> {
  const server = await startLocalServer(answer);
  open.push(server);
  return server;
}

describe('a page blob behind a SAS URL', () => {
  it('is described, listed and read without its key', async () => {
    const content = Buffer.alloc(8 * mebibyte);
    randomBytes(mebibyte).copy(content, 5 * mebibyte);
    const { sasUrl } = await publisherBlob(content);
    const reader = readerOf(azurite());

    const stat = await reader.stat(sasUrl);
    const ranges = await reader.dataRanges(sasUrl);
    const etag = stat.kind === 'found' ? stat.value.etag : '';
    const range = { start: 5 * mebibyte + 512, end: 5 * mebibyte + 2048 };
    const bytes = await reader.read(sasUrl, { start: range.start, into: Buffer.alloc(1536), etag });

    expect(stat).toMatchObject({ kind: 'found', value: { bytes: content.length, blobType: 'PageBlob' } });
    expect(ranges).toEqual([{ start: 4 * mebibyte, end: 8 * mebibyte }]);
    expect(bytes).toEqual({ kind: 'found', value: content.subarray(range.start, range.end) });
  });

  it('is not read on when it changed', async () => {
    const blob = await publisherBlob(Buffer.alloc(mebibyte, 1));
    const reader = readerOf(azurite());
    const stat = await reader.stat(blob.sasUrl);
    const etag = stat.kind === 'found' ? stat.value.etag : '';
    await blob.replace(Buffer.alloc(mebibyte, 2));

    const answer = await reader.read(blob.sasUrl, { start: 0, into: Buffer.alloc(512), etag });

    expect(answer).toMatchObject({ kind: 'refused', reason: 'changed' });
  });

  it.each<[string, (url: string) => string, string]>([
    ['another signature', (url) => url.replace(/sig=[^&]+/, 'sig=AAAA'), 'unauthorised'],
    ['no token', (url) => url.split('?')[0] ?? '', 'unauthorised'],
    ['another name', (url) => url.replace('disk.vhd', 'disc.vhd'), 'notFound'],
    ['an expired token', (url) => url.replace(/se=[^&]+/, 'se=2020-01-01T00%3A00%3A00Z'), 'unauthorised'],
  ])('refuses %s for good', async (_, spoil, reason) => {
    const { sasUrl } = await publisherBlob(Buffer.alloc(512, 1));

    const answer = await readerOf(azurite()).stat(spoil(sasUrl));

    expect(answer).toMatchObject({ kind: 'refused', reason });
    expect(JSON.stringify(answer)).not.toContain('sig');
  });

  it('tells a block blob', async () => {
    const { sasUrl } = await publisherBlob(Buffer.alloc(512, 1), { type: 'block' });

    const answer = await readerOf(azurite()).stat(sasUrl);

    expect(answer).toMatchObject({ kind: 'found', value: { blobType: 'BlockBlob' } });
  });
});

describe('a source in trouble', () => {
  it.each([500, 503, 429, 408])('is asked again after %i', async (status) => {
    let count = 0;
    const server = await serve((_, response) => {
      count += 1;
      if (count < 3) response.writeHead(status).end();
      else response.writeHead(206).end(Buffer.alloc(512, 7));
    });

    const answer = await readerOf(server.origin).read(`${server.origin}/a?sig=x`, {
      start: 512,
      into: Buffer.alloc(512),
      etag: '"e"',
    });

    expect(answer).toEqual({ kind: 'found', value: Buffer.alloc(512, 7) });
    expect(server.headers[2]).toMatchObject({ range: 'bytes=512-1023', 'if-match': '"e"' });
  });

  it('is left to the activity when it does not recover, without its secret in the error', async () => {
    const server = await serve((_, response) =>
      response.writeHead(503, { 'x-ms-error-code': 'ServerBusy' }).end(),
    );

    const answer = readerOf(server.origin).stat(`${server.origin}/a?sig=s3cret`);

    await expect(answer).rejects.toThrow("The image's storage answered 503 ServerBusy");
    expect(server.requests).toHaveLength(quick.tries);
  });

  it('is not asked again when it is an address of ours', async () => {
    const server = await serve((_, response) => response.end());

    const answer = await readerOf().stat(`${server.origin}/a`);

    expect(answer).toMatchObject({ kind: 'refused', status: 0, reason: 'blocked' });
    expect(server.requests).toEqual([]);
  });

  it.each<[string, string | undefined]>([
    ['<PageList></PageList>', '[]'],
    ['<PageList><PageRange><Start>0</Start><End>511</End></PageRange></PageList>', '[{"start":0,"end":512}]'],
    ['<PageList><PageRange><Start>0</Start><End>510</End></PageRange></PageList>', undefined],
    ['<PageList><PageRange><Start>512</Start><End>511</End></PageRange></PageList>', undefined],
    [
      '<PageList><PageRange><Start>512</Start><End>1023</End></PageRange><PageRange><Start>0</Start><End>511</End></PageRange></PageList>',
      undefined,
    ],
    ['<html>nothing of the kind</html>', undefined],
  ])('is believed about its ranges only when they make sense: %s', async (page, expected) => {
    const server = await serve((_, response) => response.end(page));

    const ranges = await readerOf(server.origin).dataRanges(`${server.origin}/a?sig=x`);

    expect(JSON.stringify(ranges)).toBe(expected);
  });

  it('is asked for the rest of a long list', async () => {
    const page = (start: number, marker: string): string =>
      `<PageList><PageRange><Start>${start}</Start><End>${start + 511}</End></PageRange>` +
      `<NextMarker>${marker}</NextMarker></PageList>`;
    const server = await serve((request, response) =>
      response.end(request.url?.includes('marker=a%20b') === true ? page(4096, '') : page(0, 'a b')),
    );

    const ranges = await readerOf(server.origin).dataRanges(`${server.origin}/a?sig=x`);

    expect(ranges).toEqual([
      { start: 0, end: 512 },
      { start: 4096, end: 4608 },
    ]);
    expect(server.requests[0]).toBe('GET /a?sig=x&comp=pagelist&maxresults=10000');
  });

  it('explains itself at more length than the piece that was asked for', async () => {
    const server = await serve((_, response) => response.writeHead(404).end(Buffer.alloc(5000, 'x')));
    const what = { start: 0, into: Buffer.alloc(512), etag: '"e"' };

    const answer = await readerOf(server.origin).read(`${server.origin}/a`, what);

    expect(answer).toMatchObject({ kind: 'refused', reason: 'notFound' });
  });

  it('gives the whole instead of the part: that is no answer', async () => {
    const server = await serve((_, response) => response.writeHead(200).end(Buffer.alloc(512)));

    const answer = await readerOf(server.origin).read(`${server.origin}/a`, {
      start: 0,
      into: Buffer.alloc(512),
      etag: '"e"',
    });

    expect(answer).toMatchObject({ kind: 'refused', reason: 'badUrl' });
  });

  it("stops at the caller's signal, also between two tries", async () => {
    const caller = new AbortController();
    const server = await serve((_, response) => {
      response.writeHead(503).end();
      caller.abort(new Error('stop'));
    });
    const http = createSafeHttp({ trustedOrigins: [server.origin] });
    open.push(http);
    const reader = createSourceReader(http, { tries: 9, firstPauseMs: 60_000, longestPauseMs: 60_000 });

    const answer = reader.stat(`${server.origin}/a`, caller.signal);

    await expect(answer).rejects.toBeDefined();
    expect(server.requests).toHaveLength(1);
  });
});
