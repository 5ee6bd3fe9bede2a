import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { changed, goodOffer, now, plan, pointer } from './good-offer';

const told = (audience: unknown) =>
  validateOffer(changed(goodOffer(), plan('restrictedAudience'), audience), { now, trustedOrigins: [] });

it('a private audience in a file is told at its place, as a warning, without the signature of its address', () => {
  const findings = told({
    uploadedCsvUri: 'https://contoso.blob.core.windows.net/a/b.csv?sv=2020&sig=CANARY%3D',
  });

  expect(findings).toMatchObject([
    {
      ruleId: 'offer.audience-file-unread',
      severity: 'warning',
      target: { pointer: pointer(plan('restrictedAudience', 'uploadedCsvUri')) },
    },
  ]);
  expect(JSON.stringify(findings)).not.toContain('CANARY');
});

it.each([[{ uploadedCsvUri: '' }], [{ uploadedCsvUri: null }], [{}], [null]])(
  'an audience %j has no file, as exported offers have it',
  (audience) => {
    expect(told(audience)).toEqual([]);
  },
);
