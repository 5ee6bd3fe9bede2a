import type { OfferModel } from '../offer/model';
import type { Lead } from './lead';

/**
 * The record with fake data that proves the path to the publisher's CRM, as the Cloud Partner Portal sends it:
 * every free field carries the same token, so that a search for `MSFT_TEST` finds it.
 * @param since ISO time that stays the same when the lead is sent again, e.g. when the version was frozen.
 */
export function testLeadOf(
  offer: Pick<OfferModel, 'publisherId' | 'offerId' | 'title'>,
  since: string,
): { readonly token: string; readonly lead: Lead } {
  const token = `MSFT_TEST_${ticksOf(since)}`;
  const lead = {
    publisherId: offer.publisherId,
    offerId: offer.offerId,
    publisherName: offer.publisherId,
    offerTitle: offer.title,
    leadSource: `${token}-${token}|${offer.title}`,
    actionCode: token,
    description: token,
    createdAt: since,
    customer: {
      company: token,
      country: 'US',
      email: `${token}@test.com`,
      firstName: token,
      lastName: token,
      phone: '1234567890',
      title: token,
    },
  };
  return { token, lead };
}

/** .NET ticks: steps of 100 ns since the year 1. Beyond what a JS number holds exactly. */
function ticksOf(time: string): bigint {
  return BigInt(Date.parse(time)) * 10_000n + ticksAtUnixEpoch;
}

const ticksAtUnixEpoch = 621_355_968_000_000_000n;
