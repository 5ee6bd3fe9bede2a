import { leadBody, leadRow } from '../../../src/domain/lead/lead-shapes';
import { testLeadOf } from '../../../src/domain/lead/test-lead';

const offer = { publisherId: 'contoso', offerId: 'linux-vm', title: 'Contoso Linux' };
const { token, lead } = testLeadOf(offer, '2026-03-01T12:00:00.123Z');

describe('test lead', () => {
  it.each([
    ['0001-01-01T00:00:00.000Z', 'MSFT_TEST_0'],
    ['1970-01-01T00:00:00.000Z', 'MSFT_TEST_621355968000000000'],
    ['2026-03-01T12:00:00.123Z', 'MSFT_TEST_639079632001230000'],
  ])('has the .NET ticks of %s in its token', (since, expected) => {
    expect(testLeadOf(offer, since).token).toBe(expected);
  });

  it('is, for an HTTPS endpoint, literally the record of the documentation', () => {
    expect(leadBody(lead)).toEqual({
      ActionCode: token,
      OfferTitle: 'Contoso Linux',
      LeadSource: `${token}-${token}|Contoso Linux`,
      Description: token,
      UserDetails: {
        Company: token,
        Country: 'US',
        Email: `${token}@test.com`,
        FirstName: token,
        LastName: token,
        Phone: '1234567890',
        Title: token,
      },
    });
  });

  it('is one row of a table, named by its key in characters that tables accept', () => {
    expect(leadRow(lead, 'pub-1/registerLead/test')).toEqual({
      partitionKey: 'contoso.linux-vm',
      rowKey: 'pub-1.registerLead.test',
      ProductId: 'contoso.linux-vm',
      CustomerInfo: JSON.stringify(leadBody(lead)['UserDetails']),
      LeadSource: `${token}-${token}|Contoso Linux`,
      ActionCode: token,
      PublisherDisplayName: 'contoso',
      OfferDisplayName: 'Contoso Linux',
      CreatedTime: '2026-03-01T12:00:00.123Z',
      Description: token,
    });
  });
});
