import type { OfferDocument } from '../../../src/domain/offer/document';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import type { Path } from '../../../src/domain/offer/walk';
import { findingText } from '../../../src/domain/text/findings/findings';
import {
  application,
  goodApplication,
  goodManaged,
  inPackage,
  packageUrl,
  principalId,
  tenantId,
} from './good-application';
import { changed, now, plan, pointer } from './good-offer';
import { found } from './application-findings';

describe('an Azure application', () => {
  it.each([
    ['a solution template', goodApplication()],
    ['a managed application', goodManaged()],
  ])('is complete as %s', (_name, document) => {
    expect(found(document)).toEqual([]);
  });

  it.each<[string, Path, unknown, string]>([
    ['no kind', application('skuType'), undefined, 'offer.field-missing'],
    ['another kind', application('skuType'), 'container', 'offer.choice-unknown'],
    ['a long title', application('skuTitle'), 'Analytics '.repeat(6), 'offer.field-too-long'],
    ['no cloud', application('cloudAvailability'), [], 'offer.list-empty'],
    ['an attribution id that is none', application('usageAttributionId'), 'pid', 'offer.guid-invalid'],
    ['no packages at all', application('package'), undefined, 'offer.field-missing'],
    ['no version', application('package'), {}, 'offer.package-missing'],
    ['no package file', inPackage('packageVersion', 'packageFile'), '', 'offer.field-missing'],
    ['an address that is none', inPackage('packageVersion', 'packageFile'), 'app.zip', 'offer.url-invalid'],
    ['a tenant that is none', inPackage('packageVersion', 'tenantId'), 'contoso', 'offer.guid-invalid'],
    [
      'a role that is none',
      inPackage('authorizations'),
      [{ principalId, role: 'King' }],
      'offer.choice-unknown',
    ],
    [
      'more than 100 authorizations',
      inPackage('authorizations'),
      Array.from({ length: 101 }, () => ({ principalId, role: 'Owner' })),
      'offer.list-too-long',
    ],
    ['another deployment mode', inPackage('deploymentMode'), 'Partial', 'offer.choice-unknown'],
    ['a plain http endpoint', inPackage('notificationEndpoint'), 'http://a.example/x', 'offer.url-not-https'],
    [
      'more than 5 policies',
      inPackage('policies'),
      Array.from({ length: 6 }, () => ({ name: 'Audit', policySku: 'Free' })),
      'offer.list-too-long',
    ],
    [
      'a policy with a long name',
      inPackage('policies'),
      [{ name: 'x'.repeat(51), policySku: 'Free' }],
      'offer.field-too-long',
    ],
    [
      'parameters that are no object',
      inPackage('policies'),
      [{ name: 'Audit', policySku: 'Free', parameters: '[1]' }],
      'offer.policy-parameters-invalid',
    ],
  ])('with %s is told so at the field', (_name, path, value, ruleId) => {
    const findings = found(changed(goodApplication(), path, value));

    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`${ruleId} ${pointer(path)}`);
  });

  it.each<[string, Path, string]>([
    ['tenant', inPackage('packageVersion', 'tenantId'), 'offer.field-missing'],
    ['authorizations', inPackage('authorizations'), 'offer.field-missing'],
  ])('that is managed needs %s in every version', (_name, path, ruleId) => {
    expect(found(changed(goodManaged(), path, undefined))).toEqual([`${ruleId} ${pointer(path)}`]);
  });

  it.each<[string, string, readonly string[]]>([
    ['a file anybody may read', 'https://contoso.com/app.zip', []],
    ['an expired signature', packageUrl('a', 'sp=r&se=2026-05-01T00%3A00%3A00Z'), ['sas.expiry']],
    ['a signature without an end', packageUrl('a', 'sp=r'), ['sas.expiry']],
    ['a signature that lists only', packageUrl('a', 'sp=l&se=2026-07-01T00%3A00%3A00Z'), ['app.url.reading']],
    [
      'one that may write',
      packageUrl('a', 'sp=rw&se=2026-07-01T00%3A00%3A00Z'),
      ['sas.permissions.no-write'],
    ],
    ['no zip', 'https://contoso.com/app.tar.gz', ['app.url.zip-name']],
    ['plain http', 'http://contoso.com/app.zip', ['offer.url-not-https']],
    ['an address inside', 'https://10.0.0.7/app.zip', ['offer.url-not-public']],
  ])('takes its package from %s, or says what is wrong', (_name, url, ruleIds) => {
    const place = inPackage('packageVersion', 'packageFile');

    const findings = found(changed(goodApplication(), place, url));

    expect(findings).toEqual(ruleIds.map((ruleId) => `${ruleId} ${pointer(place)}`));
  });
});

describe('an Azure application that is live', () => {
  const content = { packageVersion: { packageFile: packageUrl('site-1.1.0') } };
  const versions = (names: readonly string[]): OfferDocument =>
    changed(
      goodApplication(),
      application('package'),
      Object.fromEntries(names.map((name) => [name, content])),
    );

  it.each<[string, OfferDocument, string, string]>([
    [
      'a plan of another kind',
      goodManaged(),
      `offer.plan-kind-changed ${pointer(application('skuType'))}`,
      'The live plan "standard" is a solution-template and stays one.',
    ],
    [
      'another package under a live version',
      changed(goodApplication(), inPackage('packageVersion', 'packageFile'), packageUrl('other')),
      `offer.live-package-changed ${pointer(inPackage('packageVersion', 'packageFile'))}`,
      'The package standard/1.0.0/package is or was live and cannot be exchanged for another one.',
    ],
    [
      'a new version that is not greater',
      versions(['0.9.9']),
      `offer.package-version-not-greater ${pointer(application('package', '0.9.9'))}`,
      'The new package version 0.9.9 is not greater than 1.0.0, which is or was live, so nobody would see it.',
    ],
    [
      'a plan made private',
      changed(goodApplication(), plan('restrictedAudience'), {
        manualEntries: [{ type: 'subscriptionId', id: tenantId }],
      }),
      `offer.plan-made-private ${pointer(plan('restrictedAudience'))}`,
      'The plan "standard" is public and cannot become private.',
    ],
  ])('does not take %s', (_name, document, expected, message) => {
    const findings = validateOffer(document, { now, trustedOrigins: [], previous: goodApplication() });

    expect(findings.map(({ ruleId, target }) => `${ruleId} ${target.pointer}`)).toEqual([expected]);
    expect(findingText(findings[0]!, 'en').message).toBe(message);
  });

  it('takes a greater version beside or instead of the live one, and a new signature for the same package', () => {
    const renewed = changed(
      goodApplication(),
      inPackage('packageVersion', 'packageFile'),
      packageUrl('site-1.0.0', 'sp=r&se=2026-08-01T00%3A00%3A00Z'),
    );

    expect(found(versions(['1.10.0']), goodApplication())).toEqual([]);
    expect(found(renewed, goodApplication())).toEqual([]);
  });
});
