import { randomBytes } from 'node:crypto';
import { CancelledFailure } from '@temporalio/activity';
import { certifyActivities } from '../../src/activities/certify';
import type { CertificationResult } from '../../src/activities/contract';
import { ruleSetVersionOf } from '../../src/domain/certification/rule-set-version';
import type { SourceReader } from '../../src/services/ports';
import {
  type Certify,
  certified,
  type Certifying,
  environment,
  type Input,
  sha256,
  startCertifying,
} from './certification/certifying';
import { fakeOfferVersions } from '../fakes/fake-offer-versions';
import { reviewItem } from '../fakes/fake-reviews';
import { type BlobShape, type PublisherBlob, publisherBlob } from '../support/publisher-blob';
import { makeVhd } from '../support/vhd';

const mebibyte = 1024 * 1024;
const publicationId = 'publication-1';

let certifying: Certifying;
beforeEach(async () => {
  certifying = await startCertifying(publicationId);
});
afterEach(() => certifying.close());

const { reads, uploads } = { reads: () => certifying.reads(), uploads: () => certifying.uploads() };

/** A data disk unlike any other: 24 MiB, five of them random. */
function newDisk(): Buffer {
  return makeVhd({
    mebibytes: 24,
    data: [
      { offset: 3 * mebibyte, bytes: randomBytes(4 * mebibyte) },
      { offset: 17 * mebibyte + 8192, bytes: randomBytes(mebibyte) },
    ],
  });
}

async function arrange(content: Buffer = newDisk(), shape: BlobShape = {}) {
  const blob = await publisherBlob(content, { endpoint: certifying.proxy.url, ...shape });
  const roles = { ...certifying.roles, offers: offerWith(blob) };
  return { ...certifying, blob, digest: sha256(content), roles, ...certifyActivities(roles) };
}

function offerWith({ sasUrl }: Pick<PublisherBlob, 'sasUrl'>) {
  const image = { osVhdUrl: sasUrl, lunVhdDetails: [{ lun: 0, vhdUrl: sasUrl }] };
  const document = {
    definition: {
      plans: [{ planId: 'small', 'microsoft-azure-virtualmachines.vmImages': { '1.0.0': image } }],
    },
  };
  return fakeOfferVersions({
    publisherId: 'contoso',
    offerId: 'linux-vm',
    offerVersion: 1,
    offerType: 'microsoft-azure-virtualmachines',
    document,
    regions: ['westeurope'],
    frozenAt: '2026-03-01T00:00:00Z',
  });
}

const input = (artefactId = 'small/1.0.0/lun0'): Input => ({
  publicationId,
  publisherId: 'contoso',
  offerId: 'linux-vm',
  offerVersion: 1,
  artefact: { artefactId, kind: artefactId.endsWith('os') ? 'osDisk' : 'dataDisk' },
});

const run = (certify: Certify, what = input(), attempt = 1): Promise<CertificationResult> =>
  certified(certify, what, environment(attempt));

describe('certify', () => {
  it("brings the publisher's bytes into staging under their digest, and judges them", async () => {
    const content = newDisk();
    const { certify, digest, staging, catalogue, publications } = await arrange(content);

    const result = await run(certify);

    expect(result).toEqual({
      artefactId: 'small/1.0.0/lun0',
      verdict: 'passed',
      findings: [],
      findingCount: 0,
      digest,
      bytes: content.length,
      reportId: 'report 1',
    });
    expect(sha256(await staging.read(digest, 0, content.length))).toBe(digest);
    expect(await uploads()).toEqual([]);
    expect(catalogue.saved.get(digest)?.ranges).toEqual([
      { start: 0, end: 4096 },
      { start: 3 * mebibyte, end: 7 * mebibyte },
      { start: 17 * mebibyte + 8192, end: 18 * mebibyte + 8192 },
      { start: 24 * mebibyte, end: 24 * mebibyte + 512 },
    ]);
    expect(catalogue.savedReports).toMatchObject([
      { subject: digest, validUntil: '2026-05-30T00:00:00.000Z' },
    ]);
    expect(catalogue.bindings).toEqual([`small/1.0.0/lun0 = ${digest} report 1`]);
    expect(publications.reports.at(-1)).toMatchObject({
      item: 'certify.small/1.0.0/lun0',
      doneBytes: content.length,
      state: 'done',
    });
  });

  it('reads nothing that the source knows to be empty, and nothing twice', async () => {
    const content = newDisk();
    const { certify } = await arrange(content);

    await run(certify);

    // 4 MiB pieces is how the blob was uploaded: pieces 0, 1, 4 hold data, and the footer.
    expect(certifying.proxy.traffic.readBytes).toBe(3 * 4 * mebibyte + 512);
  });

  it('finds bytes and report again while the source is unchanged', async () => {
    const { certify, catalogue } = await arrange();
    const first = await run(certify);
    const readFirst = reads();

    const second = await run(certify);

    expect(second).toEqual({ ...first, foundFrom: '2026-03-01T00:00:00.000Z' });
    expect(reads()).toBe(readFirst);
    expect(catalogue.savedReports).toHaveLength(1);
  });

  it('does not call found what an earlier attempt of the same activity did', async () => {
    const { certify } = await arrange();
    const scheduled = Date.parse('2026-02-28T00:00:00Z');
    const first = await certified(certify, input(), environment(1, scheduled));

    const second = await certified(certify, input(), environment(2, scheduled));

    expect(second).toEqual(first);
  });

  it('reads again when the bytes have left staging', async () => {
    const { certify, staging, digest } = await arrange();
    const first = await run(certify);
    await staging.delete(digest);

    const second = await run(certify);

    expect(second.digest).toBe(first.digest);
    expect(await staging.exists(digest)).toMatchObject({ bytes: first.bytes });
  });

  it('reads again when the facts it knows are of an older inspection', async () => {
    const { certify, catalogue, digest } = await arrange();
    await run(certify);
    const known = catalogue.saved.get(digest)!;
    catalogue.saved.set(digest, { ...known, facts: { image: { revision: 0 } } });
    const before = reads();

    await run(certify);

    expect(reads()).toBeGreaterThan(before);
    expect(catalogue.saved.get(digest)).toEqual(known);
  });

  it('judges the same bytes anew as another kind of disk, and looks inside without its source', async () => {
    const { certify, catalogue, digest } = await arrange();
    await run(certify);
    const readBefore = reads();

    const asOsDisk = await run(certify, input('small/1.0.0/os'));

    expect(asOsDisk).toMatchObject({
      verdict: 'failed',
      findings: [
        {
          ruleId: 'vm.disk.linux-os-size',
          target: {
            plan: 'small',
            file: 'disk.vhd',
            pointer: '/definition/plans/0/microsoft-azure-virtualmachines.vmImages/1.0.0/osVhdUrl',
          },
        },
        { ruleId: 'vm.guest.readable', actual: 'no root file system: partitions looked at: 1' },
      ],
    });
    expect(asOsDisk).not.toHaveProperty('foundFrom');
    expect(catalogue.savedReports.map(({ findings }) => findings.length)).toEqual([0, 2]);
    expect(catalogue.saved.get(digest)?.facts).toMatchObject({ image: {}, guest: { revision: 7 } });
    expect(reads()).toBe(readBefore);
  });
});

describe('findings that no rule can judge', () => {
  const unsure = { ruleId: 'vm.guest.readable', severity: 'reviewRequired', params: {}, target: {} } as const;

  it.each([
    ['once a reviewer has approved exactly them', 'approve', 'report 1', { actor: 'rita' }],
    ['not when changes were requested', 'requestChanges', 'report 1', undefined],
    ['not when others were approved', 'approve', 'report 7', undefined],
  ] as const)('stand approved %s', async (_when, decision, reportId, approval) => {
    const { certify, catalogue, reviews, digest } = await arrange();
    await catalogue.reports.save({
      subject: digest,
      ruleSetVersion: ruleSetVersionOf('dataDisk'),
      verdict: 'reviewRequired',
      findings: [unsure],
      tests: [{ ruleId: unsure.ruleId, aliases: [], result: 'notRun' }],
      exceptionIds: [],
      validUntil: '2026-05-01T00:00:00Z',
    });
    const decided = { decision, decidedBy: 'rita', decidedAt: '2026-02-01T00:00:00Z' };
    reviews.rows.push(reviewItem({ reportIds: [reportId], ...decided }));

    const result = await run(certify);

    expect(result).toMatchObject({ verdict: 'reviewRequired', findingCount: 1, reportId: 'report 1' });
    expect(result.approval?.actor).toBe(approval?.actor);
  });
});

describe('a source that cannot be certified', () => {
  it.each<[string, (blob: PublisherBlob) => Promise<void> | string, string]>([
    ['gone', (blob) => blob.remove(), 'sas.source.not-found'],
    [
      'not signed for us',
      ({ sasUrl }) => sasUrl.replace(/sig=[^&]+/, 'sig=s3cret'),
      'sas.source.unauthorised',
    ],
    ['ours', () => 'http://127.0.0.1:1/vhds/disk.vhd?sig=s3cret', 'sas.source.blocked'],
  ])('is answered with a finding when it is %s', async (_, spoil, ruleId) => {
    const { blob, roles, catalogue } = await arrange();
    const url = await spoil(blob);
    const offers = typeof url === 'string' ? offerWith({ sasUrl: url }) : roles.offers;

    const result = await run(certifyActivities({ ...roles, offers }).certify);

    expect(result).toMatchObject({ verdict: 'failed', findingCount: 1, findings: [{ ruleId }] });
    expect(result).not.toHaveProperty('digest');
    expect(JSON.stringify(result)).not.toContain('s3cret');
    expect(catalogue.bindings).toEqual([]);
  });

  it('is answered with a finding when it is a block blob, and is not read', async () => {
    const { certify } = await arrange(newDisk(), { type: 'block' });

    const result = await run(certify);

    expect(result).toMatchObject({
      verdict: 'failed',
      findings: [{ ruleId: 'sas.blob.page-blob', actual: 'BlockBlob', target: { file: 'disk.vhd' } }],
    });
    expect(reads()).toBe(0);
  });

  it('is read anew when it changed in between, and then certified as it is now', async () => {
    const { blob, roles } = await arrange();
    const changed = newDisk();
    let replaced: Promise<void> | undefined;
    const read: SourceReader['read'] = async (...what) => {
      await (replaced ??= blob.replace(changed));
      return roles.sources.read(...what);
    };

    const result = await run(certifyActivities({ ...roles, sources: { ...roles.sources, read } }).certify);

    expect(result).toMatchObject({
      verdict: 'passed',
      digest: sha256(changed),
    });
    expect(await uploads()).toEqual([]);
  });

  it('is answered with a finding when it keeps changing', async () => {
    const { roles } = await arrange();
    const sources = {
      ...roles.sources,
      read: async () =>
        ({ kind: 'refused', status: 412, reason: 'changed', detail: 'ConditionNotMet' }) as const,
    };

    const result = await run(certifyActivities({ ...roles, sources }).certify);

    expect(result).toMatchObject({ verdict: 'failed', findings: [{ ruleId: 'sas.source.changed' }] });
    expect(await uploads()).toEqual([]);
  });
});

describe('an attempt that is cut off', () => {
  it('stops at cancellation and leaves nothing behind', async () => {
    const { certify, staging, digest, publications } = await arrange();
    const mock = environment();
    certifying.proxy.onRequest((line) => {
      if (line.startsWith('GET') && reads() > 2) mock.cancel();
    });

    const result = certified(certify, input(), mock);

    await expect(result).rejects.toBeInstanceOf(CancelledFailure);
    expect(await uploads()).toEqual([]);
    expect(await staging.exists(digest)).toBeUndefined();
    expect(publications.reports.at(-1)).toMatchObject({ state: 'waiting' });
  });

  it('throws what a later attempt may cure, without a secret, and cleans up', async () => {
    const { certify } = await arrange();
    certifying.proxy.onRequest(() => {
      if (reads() > 1) certifying.proxy.behave('refuses');
    });

    const error: unknown = await run(certify).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(Error);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('sig=');
    expect(await uploads()).toEqual([]);
  });

  it('is made up for by the next one, which also removes what a killed one left', async () => {
    const { certify, staging, digest, catalogue } = await arrange();
    await staging.createPageBlob(`ingest/${publicationId}/small/1.0.0/lun0/killed-1`, mebibyte);
    catalogue.failNextSave();
    await expect(run(certify)).rejects.toThrow('The catalogue is away.');

    const result = await run(certify, input(), 2);

    expect(result).toMatchObject({ verdict: 'passed', digest });
    expect(result).not.toHaveProperty('foundFrom');
    expect(await uploads()).toEqual([]);
    expect(catalogue.bindings).toHaveLength(1);
  });

  it('goes on when its progress cannot be shown', async () => {
    const { certify, publications } = await arrange();
    publications.failNext();

    const result = await run(certify);

    expect(result.verdict).toBe('passed');
  });
});

it('is our own fault when the artefact is not in the version, and not worth repeating', async () => {
  const { certify } = await arrange();

  await expect(run(certify, input('small/1.0.0/lun7'))).rejects.toMatchObject({ nonRetryable: true });
});
