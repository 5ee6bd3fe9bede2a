import { canonicalJson } from '../../src/domain/product-page/canonical-json';
import type { FakeVerdicts } from '../fakes/fake-certification';
import { fakePublicationRecords } from '../fakes/fake-publication-record';
import { reviewItem } from '../fakes/fake-reviews';
import { artefactIds, listedOffer } from '../support/listed-offer';
import { certified, setting, sha256 } from './packaging';

describe('packageProduct', () => {
  it('keeps a page and a signed manifest that name every byte by its digest', async () => {
    const { pack, packages, signer, staging } = setting();

    const { packageDigest = '', ...result } = await pack('pub-1');

    const { page, manifest, signature } = packages.records.get(packageDigest)!;
    expect(result).toEqual({ verdict: 'passed', findings: [], findingCount: 0 });
    expect(manifest).toMatchObject({
      regions: ['eastus', 'westeurope'],
      artefacts: artefactIds.map((id) => ({
        digest: certified[id]!.digest,
        bytes: 1024,
        reportId: `report of ${id}`,
      })),
      pageDigest: sha256(canonicalJson(page)),
    });
    expect(packageDigest).toBe(sha256(canonicalJson(manifest)));
    expect(signer.verify(Buffer.from(canonicalJson(manifest)), signature)).toBe(true);
    expect(page.plans).toMatchObject([
      {
        planId: 'standard',
        versions: [
          { version: '1.0.0', osDisk: 'a'.repeat(64), dataDisks: [{ lun: 0, digest: 'b'.repeat(64) }] },
        ],
      },
    ]);
    expect(page.images.map(({ role }) => role)).toEqual([
      'smallLogo',
      'mediumLogo',
      'largeLogo',
      'screenshot-1',
    ]);
    expect(new Set(page.images.map(({ digest }) => digest))).toEqual(new Set(staging.blobs.keys()));
    expect([...staging.blobs].every(([name, { content }]) => name === sha256(content))).toBe(true);
    expect(canonicalJson([page, manifest])).not.toMatch(/contoso\.blob|\.png|sig=|frozen|2026/);
  });

  it('does the same again when it is tried again, with one effect', async () => {
    const { pack, packages, staging } = setting();

    const first = await pack('pub-1');
    const second = await pack('pub-1');

    expect(second).toEqual(first);
    expect(packages.records.size).toBe(1);
    expect(staging.writes).toHaveLength(4);
  });

  it('tells that a picture is in use before it looks for its bytes, which are dropped when idle', async () => {
    const order: string[] = [];
    const { pack, artefacts, staging } = setting();
    artefacts.save = async ({ digest }) => void order.push(`use ${digest}`);
    staging.exists = async (name) => {
      order.push(`look ${name}`);
      return undefined;
    };

    await pack('pub-1');

    const digests = [...staging.blobs.keys()];
    expect(order).toEqual(digests.flatMap((digest) => [`use ${digest}`, `look ${digest}`]));
  });

  it('packages exactly what this run certified and replicated', async () => {
    const { pack, packages } = setting();
    const [first, ...others] = Object.values(certified).map(({ digest }) => digest);

    await expect(pack('pub-1', { digests: others })).rejects.toMatchObject({
      nonRetryable: true,
      type: 'DigestsDiffer',
      message: expect.stringContaining('Publish the offer again'),
    });
    expect(packages.records.size).toBe(0);
    expect(await pack('pub-1', { digests: [...others, first ?? ''] })).toMatchObject({ verdict: 'passed' });
  });

  it('finds what an earlier publication made of the same content, and says from when', async () => {
    const { pack, packages } = setting();

    const first = await pack('pub-1');
    const second = await pack('pub-2');

    expect(second).toEqual({ ...first, foundFrom: packages.now });
    expect(packages.records.size).toBe(1);
  });

  it('makes another package when one word of the listing is another', async () => {
    const one = await setting().pack('pub-1');
    const other = await setting({ offer: { summary: 'A smaller Linux' } }).pack('pub-1');

    expect(other.packageDigest).not.toBe(one.packageDigest);
  });

  it('shows no markup that runs, wherever the publisher put it', async () => {
    const evil = '<p>fine</p><script>alert(1)</script><img src=x onerror=alert(1)>';
    const { pack, packages } = setting({ offer: { description: evil, termsOfUse: evil } });

    const { packageDigest = '' } = await pack('pub-1');

    const { page } = packages.records.get(packageDigest)!;
    expect(page.descriptionHtml).toBe('<p>fine</p>');
    expect(page.termsHtml).toBe('<p>fine</p>');
  });

  it('collects everything wrong with pictures and texts, and makes nothing', async () => {
    const { pack, packages, pictures } = setting({ offer: { termsOfUse: 'x'.repeat(65_537) } });
    pictures.answerNext('https://contoso.com/40.png', { kind: 'unavailable', detail: 'HTTP 404' });
    pictures.answerNext('https://contoso.com/shot.png', { kind: 'unusable', detail: 'it cannot be decoded' });

    const result = await pack('pub-1');

    expect(result).toMatchObject({ verdict: 'failed', findingCount: 3 });
    expect(result.packageDigest).toBeUndefined();
    expect(result.findings.map(({ ruleId, target }) => [ruleId, target.pointer])).toEqual([
      ['package.picture-unavailable', '/definition/offer/microsoft-azure-marketplace.smallLogo'],
      ['package.picture-unusable', '/definition/offer/microsoft-azure-marketplace.screenshots/0'],
      ['package.html-too-long', '/definition/offer/microsoft-azure-marketplace.termsOfUse'],
    ]);
    expect(packages.records.size).toBe(0);
  });

  it('warns about a picture of another shape or format, and packages it all the same', async () => {
    const { pack, pictures } = setting();
    pictures.answerNext('https://contoso.com/40.png', {
      kind: 'loaded',
      png: Buffer.from('png'),
      original: { format: 'gif', size: { width: 100, height: 50 }, isWhole: true },
    });

    const result = await pack('pub-1');

    expect(result).toMatchObject({
      verdict: 'passed',
      packageDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      findings: [
        { ruleId: 'listing.picture.format', severity: 'warning', actual: 'GIF' },
        {
          ruleId: 'listing.picture.ratio',
          severity: 'warning',
          expected: '40x40 | 48x48',
          actual: '100x50',
          target: { pointer: '/definition/offer/microsoft-azure-marketplace.smallLogo' },
        },
      ],
    });
  });

  it('lets Temporal try again when a picture cannot be had now', async () => {
    const { pack, pictures } = setting();
    pictures.answerNext('https://contoso.com/90.png', new Error('HTTP 503'));

    await expect(pack('pub-1')).rejects.toThrow('HTTP 503');
    await expect(pack('pub-1')).resolves.toMatchObject({ verdict: 'passed' });
  });

  it.each<[string, FakeVerdicts]>([
    ['it was never read', {}],
    ['certification failed', { 'standard/1.0.0/os': { digest: 'a'.repeat(64), verdict: 'failed' } }],
    [
      'its report is missing or about other bytes',
      { 'standard/1.0.0/os': { digest: 'a'.repeat(64), subject: 'd'.repeat(64) } },
    ],
  ])('packages nothing uncertified: %s', async (reason, change) => {
    const { 'standard/1.0.0/os': _, ...others } = certified;
    const { pack, packages } = setting({ verdicts: { ...others, ...change } });

    await expect(pack('pub-1')).rejects.toMatchObject({
      nonRetryable: true,
      message: expect.stringContaining(`standard/1.0.0/os cannot be packaged: ${reason}`),
    });
    expect(packages.records.size).toBe(0);
  });

  it('packages what a reviewer approved, once the log shows the approval', async () => {
    const verdicts: FakeVerdicts = {
      ...certified,
      'standard/1.0.0/os': { digest: 'a'.repeat(64), verdict: 'reviewRequired' },
    };
    const { pack, publications } = setting({ verdicts });
    const approved = fakePublicationRecords({
      'pub-1': {
        startedAt: '2026-03-01T12:00:00.000Z',
        facts: [{ kind: 'reviewDecided', step: 'displaycertify', actor: 'rita', decision: 'approve' }],
      },
    });

    const early = await pack('pub-1').catch((error: unknown) => error);
    publications.records.set('pub-1', approved.records.get('pub-1')!);
    const late = await pack('pub-1');

    expect(early).toBeInstanceOf(Error);
    expect(early).not.toHaveProperty('nonRetryable', true);
    expect(late.verdict).toBe('passed');
  });

  it.each([
    ['packages what a reviewer approved for an earlier version', '2026-02-01T00:00:00Z', 'passed'],
    ['waits where that approval was too old when the publication began', '2025-11-01T00:00:00Z', undefined],
  ])('%s', async (_what, decidedAt, expected) => {
    const artefactId = 'standard/1.0.0/os';
    const { pack, reviews } = setting({
      verdicts: { ...certified, [artefactId]: { digest: 'a'.repeat(64), verdict: 'reviewRequired' } },
    });
    const decided = { decision: 'approve', decidedBy: 'rita', decidedAt } as const;
    reviews.rows.push(reviewItem({ reportIds: [`report of ${artefactId}`], ...decided }));

    const verdict = await pack('pub-1').then(
      (made) => made.verdict,
      () => undefined,
    );

    expect(verdict).toBe(expected);
  });

  it('refuses a stored package that was changed after it was signed', async () => {
    const { pack, packages } = setting();
    const { packageDigest = '' } = await pack('pub-1');
    const record = packages.records.get(packageDigest)!;
    packages.records.set(packageDigest, { ...record, page: { ...record.page, title: 'Another' } });

    await expect(pack('pub-2')).rejects.toMatchObject({ nonRetryable: true, type: 'PackageChanged' });
  });

  it('lets no secret of the document into the package, its result or its errors', async () => {
    const canary = 'canary-4711';
    const revealed = listedOffer({
      smallLogo: `https://contoso.com/40.png?sig=${canary}`,
      leadDestination: 'HttpsEndpoint',
      httpsEndpointLeadConfiguration: { httpsEndpointUrl: `https://contoso.com/lead?code=${canary}` },
    });
    const { pack, packages, pictures } = setting({ revealed });
    const made = await pack('pub-1');
    pictures.answerNext(`https://contoso.com/40.png?sig=${canary}`, {
      kind: 'unavailable',
      detail: 'HTTP 403',
    });

    const refused = await pack('pub-2');

    expect(pictures.loaded[0]).toContain(canary);
    expect(JSON.stringify([made, refused, ...packages.records.values()])).not.toContain(canary);
  });
});
