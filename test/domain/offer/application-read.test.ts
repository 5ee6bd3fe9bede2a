import { artefactsOf } from '../../../src/domain/offer/artefacts';
import { changesBetween } from '../../../src/domain/offer/diff/changes';
import { readOffer } from '../../../src/domain/offer/read-offer';
import { joinSecrets, keepMasked, maskSecrets, splitSecrets } from '../../../src/domain/offer/secrets';
import { savedPart, toCppOffer } from '../../../src/domain/publication/cpp/cpp-offer';
import {
  application,
  goodApplication,
  goodManaged,
  inPackage,
  packageUrl,
  principalId,
  tenantId,
} from './good-application';
import { changed, pointer } from './good-offer';
import { found } from './application-findings';

describe('artefactsOf an application', () => {
  it('names each package of each version in the order of versions', () => {
    const two = changed(goodApplication(), application('package'), {
      '1.10.0': { packageVersion: { packageFile: packageUrl('b') } },
      '1.9.0': { packageVersion: { packageFile: packageUrl('a') } },
      '2.0.0': { packageVersion: {} },
    });

    expect(artefactsOf(two)).toEqual(
      ['1.9.0', '1.10.0'].map((version, index) => ({
        artefactId: `standard/${version}/package`,
        kind: 'package',
        trackingId: '7d1f0c6a-2b6e-4f57-9f0d-3f6f3f2f9b11',
        url: packageUrl('ab'[index]!),
        pointer: pointer(application('package', version, 'packageVersion', 'packageFile')),
        planId: 'standard',
      })),
    );
  });
});

describe('readOffer of an application', () => {
  it('gives plans with their packages, and how a managed one is looked after', () => {
    const [template, managed] = [goodApplication(), goodManaged()].map(readOffer);

    expect(template).toMatchObject({
      kind: 'read',
      offer: {
        offerType: 'microsoft-azure-applications',
        title: 'Contoso Web Site',
        plans: [
          {
            kind: 'solutionTemplate',
            versions: [{ version: '1.0.0', packageId: 'standard/1.0.0/package' }],
          },
        ],
      },
    });
    expect(managed).toMatchObject({
      offer: {
        plans: [
          {
            kind: 'managedApplication',
            versions: [
              {
                management: {
                  tenantId,
                  authorizations: [{ principalId, role: 'Contributor' }],
                  jitAccess: true,
                  deploymentMode: 'Incremental',
                },
              },
            ],
          },
        ],
      },
    });
  });
});

describe('the secrets of an application', () => {
  it('leave the document and come back, and no reader sees them', () => {
    const { document, secrets } = splitSecrets(goodManaged(), (value) => `s${value.length}`);

    expect(JSON.stringify(document)).not.toMatch(/CANARY|HOOKSECRET/);
    expect(JSON.stringify(maskSecrets(goodManaged()))).not.toMatch(/CANARY|HOOKSECRET/);
    expect(joinSecrets(document, (id) => secrets.find((secret) => secret.id === id)?.value)).toEqual(
      goodManaged(),
    );
    expect(keepMasked(maskSecrets(goodManaged()), goodManaged())).toEqual(goodManaged());
  });
});

describe('the differences of an application', () => {
  it('are named by version, and by who is authorized', () => {
    const later = changed(
      changed(goodManaged(), inPackage('authorizations'), [
        { principalId: tenantId, role: 'Owner' },
        { principalId, role: 'Owner' },
      ]),
      application('package', '1.1.0'),
      { packageVersion: { packageFile: packageUrl('b') } },
    );

    const changes = changesBetween(goodManaged(), later);

    expect(
      changes.map(
        ({ kind, place }) =>
          `${kind} ${place
            .slice(4)
            .map(({ name }) => name)
            .join(' > ')}`,
      ),
    ).toEqual([
      `added 1.0.0 > authorizations > ${tenantId}`,
      `changed 1.0.0 > authorizations > ${principalId} > role`,
      'added 1.1.0',
    ]);
  });
});

describe('an application as CPP answers it', () => {
  it('is completed with keys of applications only, and equals itself when it is sent back', () => {
    const facts = {
      publisherId: 'contoso',
      offerId: 'web-site',
      offerType: 'microsoft-azure-applications',
      status: 'neverPublished',
      version: 0,
      changedAt: '2026-06-01T12:00:00.000Z',
    } as const;

    const answer = toCppOffer(goodManaged(), facts);

    expect(JSON.stringify(answer)).not.toContain('microsoft-azure-virtualmachines');
    expect(answer).toMatchObject({
      definition: {
        offer: { 'microsoft-azure-applications.gtmMaterials': '' },
        plans: [{ planId: 'standard', 'microsoft-azure-applications.certificationsAzureGovernment': [] }],
      },
    });
    expect(toCppOffer(savedPart(answer), facts)).toEqual(answer);
    expect(found(savedPart(answer))).toEqual([]);
  });
});
