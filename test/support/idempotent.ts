import { publishableOffer } from './publishable-offer';
import { offerPath, testApp, type TestApp } from './test-app';

export const key = '11111111-1111-4111-8111-111111111111';
export const publish = `${offerPath}/publish`;
export const webhooks = '/api/publishers/contoso/webhooks';
export const webhook = { url: 'https://hooks.contoso.com/offers' };

/** With an offer that can be published. */
export async function withDraft(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  return test;
}

export const withKey = (value = key): Record<string, string> => ({ 'Idempotency-Key': value });
