import { randomBytes, randomUUID } from 'node:crypto';
import type { AccountConfig } from '../../../src/config';
import { openBlobStore } from '../../../src/services/blob-storage/blob-store';
import { startStorageProxy, type StorageProxy } from '../../fakes/storage-proxy';
import { testStack } from '../../support/stack';

const kibibyte = 1024;

function account(name = 'westeurope', url?: string): AccountConfig {
  const { storage } = testStack();
  const credential = { accountName: name, accountKey: storage.accountKey(name) };
  return { name, url: url ?? storage.blobUrl(name), credential };
}

const store = () => openBlobStore(account());
const newName = () => `test-${randomUUID()}`;

async function namesUnder(prefix: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of store().list(prefix)) names.push(name);
  return names;
}

describe('a disk', () => {
  it('reads back what was written, zeros elsewhere, and says where data is', async () => {
    const name = newName();
    const pages = randomBytes(64 * kibibyte);
    await store().createPageBlob(name, 8 * 1024 * kibibyte);

    await store().writePages(name, 1024 * kibibyte, pages);
    await store().writePages(name, 1024 * kibibyte + pages.length, pages);

    expect(await store().read(name, 1024 * kibibyte, pages.length)).toEqual(pages);
    expect(await store().read(name, 512, 1024)).toEqual(Buffer.alloc(1024));
    expect(await store().dataRanges(name)).toEqual([
      { start: 1024 * kibibyte, end: 1024 * kibibyte + 2 * pages.length },
    ]);
    expect(await store().exists(name)).toMatchObject({ bytes: 8 * 1024 * kibibyte });
  });

  it('is kept as it is when it is made again', async () => {
    const name = newName();
    const pages = randomBytes(512);
    await store().createPageBlob(name, 4096);
    await store().writePages(name, 0, pages);

    await store().createPageBlob(name, 4096);

    expect(await store().read(name, 0, 512)).toEqual(pages);
  });

  it('is not replaced by one of another size, and the error says which account and why', async () => {
    const name = newName();
    await store().createPageBlob(name, 4096);

    await expect(store().createPageBlob(name, 8192)).rejects.toThrow(
      `Storage account westeurope refused to make page blob ${name}: it has one of 4096 bytes.`,
    );
  });
});

describe('any blob', () => {
  it('is absent before it is written and after it is deleted, however often', async () => {
    const name = newName();
    expect(await store().exists(name)).toBeUndefined();
    await store().writeBlock(name, Buffer.from('hello'), 'text/plain');
    expect(await store().exists(name)).toMatchObject({ bytes: 5 });

    await store().delete(name);
    await store().delete(name);

    expect(await store().exists(name)).toBeUndefined();
  });

  it('survives a deletion that was meant for an earlier state of it', async () => {
    const name = newName();
    await store().writeBlock(name, Buffer.from('old'), 'text/plain');
    const before = await store().exists(name);
    await store().writeBlock(name, Buffer.from('new'), 'text/plain');

    await store().delete(name, before?.etag);

    expect(await store().read(name, 0, 3)).toEqual(Buffer.from('new'));
    const now = await store().exists(name);
    await store().delete(name, now?.etag);
    expect(await store().exists(name)).toBeUndefined();
  });

  it('is renamed once, and renaming it again changes nothing', async () => {
    const [from, to] = [newName(), newName()];
    const pages = randomBytes(1024);
    await store().createPageBlob(from, 8192);
    await store().writePages(from, 2048, pages);

    await store().rename(from, to);
    await store().rename(from, to);

    expect(await store().read(to, 2048, 1024)).toEqual(pages);
    expect(await store().dataRanges(to)).toEqual([{ start: 2048, end: 3072 }]);
    expect(await store().exists(from)).toBeUndefined();
  });

  it('is never copied over by a rename: what stands there is the same blob, or the rename fails', async () => {
    const [from, to, other] = [newName(), newName(), newName()];
    await store().writeBlock(to, Buffer.from('complete'), 'text/plain');
    await store().writeBlock(from, Buffer.from('another!'), 'text/plain');
    await store().writeBlock(other, Buffer.from('of another size'), 'text/plain');
    const before = await store().exists(to);

    await store().rename(from, to);

    expect(await store().exists(to)).toEqual(before);
    expect(await store().exists(from)).toBeUndefined();
    await expect(store().rename(other, to)).rejects.toThrow('did not finish copying');
    expect(await store().exists(to)).toEqual(before);
    expect(await store().exists(other)).toBeDefined();
  });

  it('is kept when it gets complete between a rename’s look and its copy', async () => {
    const [from, to] = [newName(), newName()];
    await store().writeBlock(from, Buffer.from('the same'), 'text/plain');
    const proxy = await startStorageProxy(testStack().storage.blobUrl('westeurope'));
    let overtaken: Promise<string | undefined> | undefined;
    proxy.onRequest((line) => {
      if (overtaken !== undefined || !line.startsWith('PUT ') || !line.endsWith(to)) return;
      // The copy is held off until another process has been quicker; the client tries it again.
      proxy.behave('refuses');
      overtaken = store()
        .writeBlock(to, Buffer.from('the same'), 'text/plain')
        .then(async () => (await store().exists(to))?.etag)
        .finally(() => proxy.behave('answers'));
    });

    // The first try again comes when even a busy machine has let the other process be quicker.
    const limits = { deadlineMs: 120_000, retryDelayMs: 2000 };
    await openBlobStore(account('westeurope', proxy.url), limits).rename(from, to);
    await proxy.close();

    const etag = await overtaken;
    expect(etag).toBeDefined();
    expect((await store().exists(to))?.etag).toBe(etag);
    expect(await store().exists(from)).toBeUndefined();
  });

  it('cannot be renamed when it is not there', async () => {
    const [from, to] = [newName(), newName()];

    await expect(store().rename(from, to)).rejects.toThrow(/westeurope refused to copy .* 404/);
  });

  it('is listed by prefix with its size', async () => {
    const prefix = `${newName()}/`;
    await store().writeBlock(`${prefix}a`, Buffer.from('1'), 'text/plain');
    await store().writeBlock(`${prefix}b`, Buffer.from('22'), 'text/plain');

    expect(await namesUnder(prefix)).toEqual([`${prefix}a`, `${prefix}b`]);
    expect(await namesUnder(newName())).toEqual([]);
  });

  it('can be read, and only read, by an expiring link', async () => {
    const name = newName();
    await store().writeBlock(name, Buffer.from('hello'), 'text/plain');

    const valid = await store().readUrl(name, new Date(Date.now() + 600_000));
    const expired = await store().readUrl(name, new Date(Date.now() - 600_000));

    expect(await (await fetch(valid)).text()).toBe('hello');
    expect((await fetch(expired)).status).toBe(403);
    expect((await fetch(valid, { method: 'DELETE' })).status).toBe(403);
    expect(new URL(valid).searchParams.get('sp')).toBe('r');
  });
});

describe('an account', () => {
  it('makes its container even when many calls come first at once', async () => {
    const fresh = openBlobStore(account('brazilsouth'));

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => openBlobStore(account('brazilsouth')).ping()),
    );

    expect(answers).toHaveLength(8);
    expect(await fresh.exists(newName())).toBeUndefined();
  });

  it('never shows its key in an error', async () => {
    const { credential, ...rest } = account();
    const accountKey = Buffer.alloc(64, 1).toString('base64');
    const wrong = openBlobStore({ ...rest, credential: { ...credential, accountKey } });

    const failure = await wrong.ping().catch((error: unknown) => error);

    expect(String(failure)).toMatch(/^BlobStoreError: Storage account westeurope refused to answer: 403/);
    const everything = JSON.stringify(failure, Object.getOwnPropertyNames(failure));
    expect(everything).not.toContain(accountKey);
    expect(everything).not.toContain('SharedKey');
  });
});

describe('an unreliable account', () => {
  let proxy: StorageProxy;
  const through = (deadlineMs = 60_000) =>
    openBlobStore(account('eastus', proxy.url), { deadlineMs, retryDelayMs: 1 });

  beforeEach(async () => {
    proxy = await startStorageProxy(testStack().storage.blobUrl('eastus'));
  });
  afterEach(async () => {
    await proxy.close();
  });

  it('is asked a bounded number of times, then named with its answer', async () => {
    proxy.behave('refuses');

    await expect(through().exists('any')).rejects.toThrow(
      'Storage account eastus refused to look at any: 503 ServerBusy.',
    );
    expect(proxy.requests).toHaveLength(4);
  });

  it('is given up when it does not answer in time', async () => {
    proxy.behave('hangs');

    await expect(through(300).exists('any')).rejects.toThrow(
      'Storage account eastus did not look at any in time. Not done in 300 ms.',
    );
  });

  it('is named when it hangs up', async () => {
    proxy.behave('drops');

    await expect(through().exists('any')).rejects.toThrow(
      /Storage account eastus could not be reached to look at any \(ECONNRESET\)\./,
    );
  });

  it('is left at once, with the reason, when the caller stops', async () => {
    proxy.behave('hangs');
    const controller = new AbortController();
    const reason = new Error('enough');
    proxy.onRequest(() => controller.abort(reason));

    await expect(through().read('any', 0, 512, controller.signal)).rejects.toBe(reason);
  });

  it('is used again as soon as it is back', async () => {
    const throughProxy = through();
    proxy.behave('refuses');
    await expect(throughProxy.ping()).rejects.toThrow('503');
    proxy.behave('answers');

    await throughProxy.ping();
  });
});
