import type { PublicationFact } from '../../src/domain/publication/events';
import { frozenVersion, listedOffer } from './listed-offer';
import { type Phase, publicationAt } from './publication-at';
import { offerPath, testApp, type TestApp } from './test-app';

/** The app with one offer whose publication stands there. */
export async function publishedAt(phase: Phase, more: readonly PublicationFact[] = []): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.publish(publicationAt(phase, more));
  return test;
}
