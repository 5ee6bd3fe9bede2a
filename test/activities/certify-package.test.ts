import { randomBytes } from 'node:crypto';
import { certifyActivities } from '../../src/activities/certify';
import type { CertificationResult } from '../../src/activities/contract';
import { filesBelow } from '../../src/cli/upload/folder-files';
import { zipOf } from '../../src/cli/upload/zip';
import { samplePackage, samplePackageFolder } from '../../src/local/sample/application/package';
import {
  type Certify,
  certified,
  type Certifying,
  environment,
  sha256,
  startCertifying,
} from './certification/certifying';
import { fakeOfferVersions } from '../fakes/fake-offer-versions';
import { publisherBlob } from '../support/publisher-blob';

const publicationId = 'publication-7';
const offer = { publisherId: 'contoso', offerId: 'web-site' };
const artefactId = 'standard/1.0.0/package';
const place = '/definition/plans/0/microsoft-azure-applications.package/1.0.0/packageVersion/packageFile';

let certifying: Certifying;
beforeEach(async () => {
  certifying = await startCertifying(publicationId);
});
afterEach(() => certifying.close());

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** The sample with a file that nobody else has; `noise` is one that cannot be packed smaller. */
const newPackage = (noise = 8): Buffer =>
  zipOf([...filesBelow(samplePackageFolder), { path: 'artifacts/noise.txt', content: randomBytes(noise) }]);

async function arrange(content: Buffer, fields: object = {}) {
  const { proxy, roles, staging, catalogue, publications } = certifying;
  const blob = await publisherBlob(content, { endpoint: proxy.url, type: 'block', name: 'site.zip' });
  const offers = offerWith(blob.sasUrl, fields);
  const { certify } = certifyActivities({ ...roles, offers });
  return { blob, certify, staging, catalogue, offers, publications, digest: sha256(content) };
}

const offerWith = (url: string, fields: object) =>
  fakeOfferVersions({
    publisherId: 'contoso',
    offerId: 'web-site',
    offerVersion: 1,
    offerType: 'microsoft-azure-applications',
    document: {
      definition: {
        plans: [
          {
            planId: 'standard',
            ...fields,
            'microsoft-azure-applications.package': { '1.0.0': { packageVersion: { packageFile: url } } },
          },
        ],
      },
    },
    regions: ['westeurope'],
    frozenAt: '2026-03-01T00:00:00Z',
  });

const run = (certify: Certify, attempt = 1): Promise<CertificationResult> =>
  certified(
    certify,
    { ...offer, publicationId, offerVersion: 1, artefact: { artefactId, kind: 'package' } },
    environment(attempt),
  );

describe('certify of a package', () => {
  it('fails where the plan names another tracking GUID than the template', async () => {
    const usageAttributionId = '99999999-2222-4333-8444-555555555555';
    const fields = { 'microsoft-azure-applications.usageAttributionId': usageAttributionId };
    const { certify } = await arrange(samplePackage(), fields);

    expect(await run(certify)).toMatchObject({
      verdict: 'failed',
      findings: [
        {
          ruleId: 'app.package.usage-attribution-differs',
          expected: usageAttributionId,
          actual: '7d1f0c6a-2b6e-4f57-9f0d-3f6f3f2f9b11',
        },
      ],
    });
  });

  it("brings the publisher's zip into staging under its digest, and learns the digests of its files", async () => {
    const content = samplePackage();
    const { certify, digest, staging, catalogue, publications } = await arrange(content);

    const result = await run(certify);

    expect(result).toEqual({
      artefactId,
      verdict: 'passed',
      findings: [],
      findingCount: 0,
      digest,
      bytes: content.length,
      reportId: 'report 1',
    });
    expect(sha256(await staging.read(digest, 0, content.length))).toBe(digest);
    expect(await certifying.uploads()).toEqual([]);
    expect(catalogue.saved.get(digest)).toMatchObject({
      medium: 'blockBlob',
      contentType: 'application/zip',
      ranges: [],
      facts: {
        package: {
          files: [
            { path: 'createUiDefinition.json' },
            { path: 'mainTemplate.json', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
            { path: 'nested/site.json' },
          ],
        },
      },
    });
    expect(catalogue.bindings).toEqual([`${artefactId} = ${digest} report 1`]);
    expect(publications.reports.at(-1)).toMatchObject({ doneBytes: content.length, state: 'done' });
  });

  it('reads a package of many pieces once, in pieces', async () => {
    const content = newPackage(7 * 1024 * 1024);
    const { certify, digest, staging } = await arrange(content);

    const result = await run(certify);

    expect(result).toMatchObject({ verdict: 'passed', digest });
    expect(certifying.proxy.traffic.readBytes).toBe(content.length);
    expect(sha256(await staging.read(digest, 0, content.length))).toBe(digest);
  });

  it('finds bytes and report again while the source is unchanged', async () => {
    const { certify, catalogue } = await arrange(newPackage());
    const first = await run(certify);
    const readFirst = certifying.proxy.traffic.readBytes;

    const second = await run(certify);

    expect(second).toEqual({ ...first, foundFrom: '2026-03-01T00:00:00.000Z' });
    expect(certifying.proxy.traffic.readBytes).toBe(readFirst);
    expect(catalogue.savedReports).toHaveLength(1);
  });

  it.each<[string, Buffer, string, string]>([
    ['is no zip', Buffer.from('PK, but no zip'), 'app.package.readable', 'site.zip'],
    ['was cut off', newPackage(4096).subarray(0, 2048), 'app.package.readable', 'site.zip'],
    [
      'has its files in a folder',
      zipOf([{ path: 'app/mainTemplate.json', content: json({}) }]),
      'app.package.root-files',
      'mainTemplate.json',
    ],
    [
      'has no form',
      zipOf([{ path: 'mainTemplate.json', content: json({}) }]),
      'app.package.root-files',
      'createUiDefinition.json',
    ],
  ])('says what is wrong with one that %s', async (_name, content, ruleId, file) => {
    const { certify, digest } = await arrange(content);

    const result = await run(certify);

    expect(result).toMatchObject({ verdict: 'failed', digest });
    const places = result.findings.map((finding) => [
      finding.ruleId,
      finding.target.plan,
      finding.target.file,
    ]);
    expect(places).toContainEqual([ruleId, 'standard', file]);
  });

  it('says so when the address leads to nothing, and tells no secret', async () => {
    const { certify, blob, catalogue } = await arrange(newPackage());
    await blob.remove();

    const result = await run(certify);

    expect(result).toMatchObject({
      verdict: 'failed',
      findings: [{ ruleId: 'app.source.unreadable', target: { pointer: place } }],
    });
    expect(JSON.stringify(result)).not.toContain('sig=');
    expect(catalogue.bindings).toEqual([]);
  });

  it('does not let other bytes take the place of a live version, whatever their address', async () => {
    const { certify, catalogue, offers, digest } = await arrange(newPackage());
    const live = { offerVersion: 7, packageDigest: 'd', publicationId: 'earlier' };
    await offers.setPreview(offer, live);
    await offers.flipToProduction(offer, live.publicationId, live.packageDigest);
    catalogue.live.set(artefactId, 'e'.repeat(64));

    const other = await run(certify);
    catalogue.live.set(artefactId, digest);
    const same = await run(certify);

    expect(other).toMatchObject({
      verdict: 'failed',
      findings: [
        {
          ruleId: 'offer.live-package-changed',
          expected: 'e'.repeat(64),
          actual: digest,
          target: { pointer: place },
        },
      ],
    });
    expect(same).toMatchObject({ verdict: 'passed', digest });
  });

  it('is made up for by the next attempt, which also removes what a killed one left', async () => {
    const { certify, staging, digest, catalogue } = await arrange(newPackage());
    const left = `ingest/${publicationId}/${artefactId}/killed-1`;
    await staging.writeBlock(left, Buffer.from('half'), 'application/zip');
    catalogue.failNextSave();
    await expect(run(certify)).rejects.toThrow('The catalogue is away.');

    const result = await run(certify, 2);

    expect(result).toMatchObject({ verdict: 'passed', digest });
    expect(await certifying.uploads()).toEqual([]);
    expect(catalogue.bindings).toHaveLength(1);
  });
});
