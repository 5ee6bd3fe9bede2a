import { withDraft } from '../../support/editor';
import { accessibilityFaults } from '../../support/html';

it('makes a new offer with everything to fill in, once', async () => {
  const test = await withDraft();
  const fields = { offerType: 'microsoft-azure-virtualmachines', offerId: 'web', displayText: 'Web' };

  const made = await test.browse('/publishers/contoso/offers/new', fields);
  const again = await test.browse('/publishers/contoso/offers/new', fields);
  const bad = await test.browse('/publishers/contoso/offers/new', { ...fields, offerId: 'Not An Id' });

  expect(made.headers.get('Location')).toBe('/publishers/contoso/offers/web/editor');
  expect(test.catalogue.drafts.get('contoso/web')?.draft).toMatchObject({
    id: 'web',
    definition: { displayText: 'Web' },
  });
  expect([again.status, bad.status]).toEqual([409, 422]);
  expect(accessibilityFaults(await bad.text())).toEqual([]);
});
