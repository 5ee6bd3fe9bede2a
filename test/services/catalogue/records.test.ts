import type { Manifest, ProductPage } from '../../../src/domain/product-page/product-page';
import { freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { offer } from './sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const artefact = {
  digest: 'd1',
  bytes: 3 * 2 ** 40,
  medium: 'pageBlob',
  contentType: 'application/octet-stream',
  ranges: [{ start: 0, end: 512 }],
  facts: { vhd: { kind: 'fixed' } },
} as const;
const source = { url: 'https://contoso.example/os.vhd', etag: '"0x1"', bytes: 512 };

describe('artefacts', () => {
  it('are found by digest, with the newest facts of every inspector', async () => {
    const { artefacts } = fresh.catalogue;
    await artefacts.save({ ...artefact, facts: { image: { revision: 1, old: true } } });
    await artefacts.save({ ...artefact, facts: { guest: { revision: 1 } } });
    await artefacts.save({ ...artefact, facts: { image: { revision: 2 } } });

    expect(await artefacts.find('d1')).toEqual({
      ...artefact,
      facts: { image: { revision: 2 }, guest: { revision: 1 } },
    });
    expect(await artefacts.find('d2')).toBeUndefined();
  });

  it('are recognised by an unchanged source while they are there', async () => {
    const { artefacts } = fresh.catalogue;
    await artefacts.rememberSource(source, 'd1');
    const before = await artefacts.findBySource(source);
    await artefacts.save(artefact);

    expect(before).toBeUndefined();
    expect(await artefacts.findBySource({ ...source, url: `${source.url}?sig=new` })).toBe('d1');
    expect(await artefacts.findBySource({ ...source, etag: '"0x2"' })).toBeUndefined();
    expect(await artefacts.findBySource({ ...source, bytes: 1024 })).toBeUndefined();
  });

  it('are bound to a version, the last binding counts', async () => {
    const { artefacts } = fresh.catalogue;
    await artefacts.bind(offer, 1, 'plan1/1.0.0/os', 'd0', 'r0');
    await artefacts.bind(offer, 1, 'plan1/1.0.0/os', 'd1', 'r1');
    await artefacts.bind(offer, 2, 'plan1/1.0.0/os', 'd2', 'r2');

    expect(await artefacts.bindings(offer, 1)).toEqual([
      { artefactId: 'plan1/1.0.0/os', digest: 'd1', reportId: 'r1' },
    ]);
  });
});

describe('reports', () => {
  const finding = { ruleId: 'vhd.fixed', severity: 'warning', params: { n: 1 }, target: {} } as const;
  const report = { subject: 'd1', ruleSetVersion: '1', verdict: 'passed', findings: [finding] } as const;

  it('are the same for the same judgement, and valid for the longest time given', async () => {
    const { reports } = fresh.catalogue;
    const first = await reports.save({ ...report, validUntil: '2999-01-01T00:00:00.000Z' });
    const again = await reports.save({ ...report, validUntil: '2001-01-01T00:00:00.000Z' });
    const other = await reports.save({ ...report, findings: [], validUntil: '2001-01-01T00:00:00.000Z' });

    expect(again).toEqual(first);
    expect(other.reportId).not.toBe(first.reportId);
    expect(await reports.find(first.reportId)).toEqual({ ...report, ...first });
  });

  it('count while they are valid, for their rule set, the newest first', async () => {
    const { reports } = fresh.catalogue;
    await reports.save({ ...report, validUntil: '2001-01-01T00:00:00.000Z' });
    const expired = await reports.findValid('d1', '1');
    await reports.save({ ...report, validUntil: '2999-01-01T00:00:00.000Z' });
    const newest = await reports.save({ ...report, findings: [], validUntil: '2998-01-01T00:00:00.000Z' });

    expect(expired).toBeUndefined();
    expect(await reports.findValid('d1', '1')).toEqual(newest);
    expect(await reports.findValid('d1', '2')).toBeUndefined();
  });
});

it('keeps the first of two packages with the same digest, letter by letter', async () => {
  const { packages } = fresh.catalogue;
  const manifest = { z: 1, a: 2, schema: 'offer-manifest/1' } as unknown as Manifest;
  const content = {
    packageDigest: 'p',
    manifest,
    page: { title: 'Linux' } as ProductPage,
    signature: { keyId: 'k', value: 'v' },
  };

  const first = await packages.save(content);
  const second = await packages.save({ ...content, signature: { keyId: 'k', value: 'other' } });

  expect(second).toEqual(first);
  expect(JSON.stringify((await packages.find('p'))?.manifest)).toBe(JSON.stringify(manifest));
  expect(await packages.find('q')).toBeUndefined();
});

describe('mails', () => {
  it('keep their Message-ID, and remember that they went out', async () => {
    const { sentMails } = fresh.catalogue;
    const prepared = await Promise.all(Array.from({ length: 5 }, () => sentMails.prepare('p1/live/1', 'p1')));
    await sentMails.markSent('p1/live/1');

    const again = await sentMails.prepare('p1/live/1', 'p1');

    expect(new Set(prepared.map(({ messageId }) => messageId))).toEqual(new Set([again.messageId]));
    expect(again.messageId).toMatch(/^<[^@<>\s]+@[^@<>\s]+>$/);
    expect([prepared[0]?.sentAt, typeof again.sentAt]).toEqual([null, 'string']);
  });

  it('of one publication hang together under the first one, also when prepared at once', async () => {
    const { sentMails } = fresh.catalogue;
    const keys = ['a', 'b', 'c', 'd'];

    const mails = await Promise.all(keys.map((key) => sentMails.prepare(key, 'p1')));
    const other = await sentMails.prepare('e', 'p2');

    const first = mails.find(({ threadId }) => threadId === null);
    expect(mails.map(({ threadId }) => threadId).filter((id) => id === first?.messageId)).toHaveLength(3);
    expect(await Promise.all(keys.map((key) => sentMails.prepare(key, 'p1')))).toEqual(mails);
    expect(other.threadId).toBeNull();
  });
});

it('lets one process at a time keep house', async () => {
  const { housekeeping } = fresh.catalogue;
  let inside: boolean | undefined;

  const outside = await housekeeping.alone(async () => {
    inside = await housekeeping.alone(async () => undefined);
  });
  const failed = housekeeping.alone(() => Promise.reject(new Error('broken')));
  await expect(failed).rejects.toThrow('broken');

  expect([outside, inside]).toEqual([true, false]);
  expect(await housekeeping.alone(async () => undefined)).toBe(true);
});
