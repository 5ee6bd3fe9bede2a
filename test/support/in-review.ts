import type { Role } from '../../src/domain/access/role';
import type { PublicationFact } from '../../src/domain/publication/events';
import { frozenVersion, listedOffer } from './listed-offer';
import { publicationAt } from './publication-at';
import { openReviewIn } from './review-shown';
import { offerPath, testApp, type TestApp } from './test-app';
import { tokenFor } from './token-for';

/** An offer whose publication waits for reviewers. */
export async function inReview(more: readonly PublicationFact[] = []): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.publish(publicationAt('inReview', more));
  openReviewIn(test);
  return test;
}

/** A person with a token of one publisher reads a page, or sends a form of it. */
export async function as(
  test: TestApp,
  [role, publisher]: readonly [Role, string],
  path: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Response> {
  const headers = { ...(await tokenFor(test, publisher, role)), 'Sec-Fetch-Site': 'same-origin' };
  if (fields === undefined) return test.app.request(path, { headers });
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return test.app.request(path, { method: 'POST', headers: { ...headers, ...type }, body });
}
