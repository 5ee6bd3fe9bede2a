import type { OfferDocument } from '../../src/domain/offer/document';
import { type Phase, publicationAt } from './publication-at';
import { publishableOffer } from './publishable-offer';
import { type Offer, offerAgainst } from './run-offer';
import { offerPath, testApp, type TestApp } from './test-app';

export type OfferAt = Offer & { readonly test: TestApp };

type Surroundings = { readonly draft?: OfferDocument; readonly test?: TestApp };

/** The CLI against an app that knows `contoso/linux-vm`, published as far as the phase says. */
export async function offerAt(
  phase?: Phase,
  { draft = publishableOffer(), test = testApp() }: Surroundings = {},
): Promise<OfferAt> {
  await test.api('PUT', offerPath, draft);
  if (phase !== undefined) test.publish(publicationAt(phase));
  return { ...(await offerAgainst(test.app)), test };
}
