import { pagePath, offerPath, sessionCookie, testApp, type TestApp } from './test-app';
import { publishableOffer } from './publishable-offer';
import { unescaped } from './html';

export const market = (name: string): string => `/definition/offer/microsoft-azure-marketplace.${name}`;

export const editor = `${pagePath}/editor`;

/** A test app with the draft of an offer to edit. */
export async function withDraft(
  draft: unknown = publishableOffer(),
  change: Parameters<typeof testApp>[0] = {},
): Promise<TestApp> {
  const test = testApp(change);
  await test.api('PUT', `${offerPath}?api-version=2017-10-31`, draft);
  return test;
}

export const draftOf = ({ catalogue }: TestApp) => catalogue.drafts.get('contoso/linux-vm');

export const etagOf = (test: TestApp): string => draftOf(test)?.etag ?? '';

/** Posts a form as the page itself does, also one with files. */
export async function sendForm(
  { app }: TestApp,
  body: FormData | string | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Response> {
  const Cookie = await sessionCookie(app);
  return app.request(editor, {
    method: 'POST',
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', ...headers },
    body,
    duplex: 'half',
  });
}

export const linkTo = (language: string, html: string): string =>
  unescaped(new RegExp(`href="([^"]*)" lang="${language}"`).exec(html)?.[1] ?? '');
