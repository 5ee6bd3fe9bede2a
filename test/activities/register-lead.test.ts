import { MockActivityEnvironment } from '@temporalio/testing';
import { registerLeadActivities } from '../../src/activities/register-lead';
import { fakeLeadDestinations } from '../fakes/fake-lead-destinations';
import { fakeOfferVersions } from '../fakes/fake-offer-versions';
import { frozenVersion, listedOffer } from '../support/listed-offer';

const canary = 'canary-4711';
const publication = { publicationId: 'pub-1', publisherId: 'contoso', offerId: 'linux-vm', offerVersion: 1 };
const toEndpoint = {
  leadDestination: 'httpsendpoint',
  httpsEndpointLeadConfiguration: { httpsEndpointUrl: `https://crm.contoso.com/lead?code=${canary}` },
};

describe('registerLead', () => {
  it('says that there is nothing to prove when leads go nowhere', async () => {
    const { register, destinations } = setting({ leadDestination: 'None' });

    expect(await register()).toEqual({ kind: 'skipped' });
    expect(destinations.sent).toEqual([]);
  });

  it('sends the test lead to where the publisher wants leads', async () => {
    const { register, destinations } = setting(toEndpoint);

    const result = await register();

    expect(result).toEqual({
      kind: 'registered',
      destination: 'HttpsEndpoint',
      token: 'MSFT_TEST_639079632001230000',
    });
    expect(destinations.sent).toHaveLength(1);
    expect(destinations.sent[0]).toMatchObject({
      key: 'pub-1/registerLead/test',
      settings: { configuration: { httpsEndpointUrl: expect.stringContaining(canary) } },
      lead: { customer: { email: 'MSFT_TEST_639079632001230000@test.com' } },
    });
  });

  it('sends the same lead under the same key when it is tried again', async () => {
    const { register, destinations } = setting(toEndpoint);
    destinations.answerNext(new Error('no answer in time'));

    await expect(register()).rejects.toThrow('no answer in time');
    const second = await register();
    const third = await register();

    expect(third).toEqual(second);
    expect(destinations.sent[1]).toEqual(destinations.sent[0]);
    expect(destinations.sent[2]).toEqual(destinations.sent[0]);
  });

  it('brings a refusal home as the answer of the step, without the secret', async () => {
    const { register, destinations } = setting(toEndpoint);
    destinations.answerNext({ kind: 'refused', answer: 'HTTP 400 unknown field Title' });

    const result = await register();

    expect(result).toEqual({
      kind: 'failed',
      destination: 'HttpsEndpoint',
      answer: 'HTTP 400 unknown field Title',
    });
    expect(JSON.stringify(result)).not.toContain(canary);
  });

  it('gives up at once on a version that does not exist', async () => {
    const { register } = setting(toEndpoint);

    await expect(register(2)).rejects.toMatchObject({ nonRetryable: true, type: 'OfferNotUsable' });
  });
});

function setting(offer: Readonly<Record<string, unknown>>) {
  const destinations = fakeLeadDestinations();
  const { registerLead } = registerLeadActivities({
    offers: fakeOfferVersions(frozenVersion(listedOffer(offer))),
    leadDestinations: destinations,
  });
  const register = (offerVersion = 1) =>
    new MockActivityEnvironment().run(registerLead, { ...publication, offerVersion });
  return { register, destinations };
}
