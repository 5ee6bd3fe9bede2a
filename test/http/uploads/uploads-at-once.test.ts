import { serve } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploadLimits } from '../../../src/domain/offer/upload-file';
import { limitUploads } from '../../../src/http/uploads/limited-uploads';
import { sparseContentType } from '../../../src/http/uploads/sparse-body';
import { scanForData } from '../../../src/inspection/zero-scan';
import type { Uploads } from '../../../src/services/ports';
import { createUploads } from '../../../src/services/uploads/uploads';
import { fakeUploads } from '../../fakes/fake-uploads';
import { testStack } from '../../support/stack';
import { apiToken, testApp } from '../../support/test-app';
import { until } from '../../support/until';

const publisherId = `p${randomUUID().slice(0, 8)}`;
const Authorization = `Bearer ${apiToken}`;
const mostOfAnActor = 4;
let server: Server;
let url: string;
/** How many uploads have got a place. */
let begun = 0;

beforeAll(async () => {
  const { storage } = testStack();
  const credential = { accountName: 'publisher', accountKey: storage.accountKey('publisher') };
  const account = { name: 'publisher', url: storage.blobUrl('publisher'), credential };
  const { store } = createUploads({ account, clock: () => new Date(), scanForData });
  const counted: Uploads = {
    store: (...upload) => {
      begun += 1;
      return store(...upload);
    },
  };
  const uploads = limitUploads(counted);
  server = serve({ fetch: testApp({ uploads }).app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const address = (name: string): string => `${url}/api/publishers/${publisherId}/uploads/disk/${name}.vhd`;

/** All that is sent of it are 12 bytes. */
function diskOfZeros(name: string): ClientRequest {
  const sending = request(address(name), {
    method: 'PUT',
    agent: false,
    headers: {
      Authorization,
      'Content-Type': sparseContentType,
      'Offer-File-Length': String(uploadLimits.disk),
    },
  });
  sending.on('error', () => undefined);
  const end = Buffer.alloc(12);
  end.writeBigUInt64BE(BigInt(uploadLimits.disk));
  sending.end(end);
  return sending;
}

const smallDisk = (): Promise<Response> =>
  fetch(address('small'), { method: 'PUT', headers: { Authorization }, body: Buffer.alloc(512, 1) });

it('answers others while large disks of zeros come, takes no more of them than it can, and drops them with their senders', async () => {
  const sending = Array.from({ length: mostOfAnActor }, (_, index) => diskOfZeros(`zeros-${index}`));
  // Asked earlier, the small disk would take the place of one of them.
  await until('as many uploads as one may have', () => begun === mostOfAnActor);

  const refused = await smallDisk();
  const alive = await fetch(`${url}/livez`);
  for (const each of sending) each.destroy();

  expect([alive.status, refused.status]).toEqual([200, 429]);
  expect(refused.headers.get('Retry-After')).toBe('30');
  expect(await refused.json()).toMatchObject({ code: 'TooManyRequests' });
  expect(await until('room again', async () => (await smallDisk()).status === 200)).toBe(true);
});

it('takes so many uploads of everybody, and each more once one has ended', async () => {
  const { store } = fakeUploads();
  const waiting: (() => void)[] = [];
  const slow: Uploads = {
    store: async (upload) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return store(upload);
    },
  };
  const limited = limitUploads(slow);
  const of = (actor: string) =>
    limited.store({
      actor,
      publisherId,
      kind: 'logo',
      name: 'logo.png',
      content: new Blob(['picture']).stream(),
    });
  const taken = Array.from({ length: 16 }, (_, index) => of(`actor ${index}`));

  const more = await of('one more');
  waiting[0]?.();
  const first = await taken[0];
  const after = of('one more');
  for (const end of waiting) end();

  expect(more).toEqual({ kind: 'tooMany', whose: 'everybody' });
  expect([first?.kind, (await after).kind]).toEqual(['stored', 'stored']);
  expect((await Promise.all(taken)).map(({ kind }) => kind)).toEqual(taken.map(() => 'stored'));
});
