import { createPreviewTokens } from '../../src/services/signing/preview-tokens';
import { frozenVersion, listedOffer } from '../support/listed-offer';
import { shownPackage, slotOf, dataDisk, logo, osDisk } from '../support/shown-package';
import { newSigningKey } from '../support/signing-key';
import { now, offerPath, testApp, type TestApp } from '../support/test-app';

const allowed = '11111111-2222-3333-4444-555555555555';
const other = '99999999-2222-3333-4444-555555555555';
const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const inAnHour = new Date(now.getTime() + 3_600_000);
const path = '/preview/contoso/linux-vm';

async function inPreview(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.catalogue.slotRows = [slotOf('Preview')];
  test.catalogue.packageRows = [shownPackage()];
  test.staging.blobs.set(logo, Buffer.from('\x89PNG', 'latin1'));
  return test;
}

describe('the preview page', () => {
  it('opens to a token for an allow-listed subscription', async () => {
    const { app, previewTokens } = await inPreview();
    const token = await previewTokens.issue({ ...offer, subscriptionId: allowed }, inAnHour);

    const answer = await app.request(`${path}?token=${token}`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    const page = await answer.text();
    expect(page).toContain('Contoso Linux');
    expect(page).toContain('Preview: only allow-listed subscriptions');
    expect(page).toContain('Bring your own licence');
  });

  it.each([
    ['nothing', async () => ''],
    ['a subscription id instead of a token', async () => `?token=${allowed}`],
    ['a subscription id in the address', async () => `?subscriptionId=${allowed}`],
    ['a made-up token', async () => '?token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    [
      'an expired token',
      async ({ previewTokens }: TestApp) =>
        `?token=${await previewTokens.issue({ ...offer, subscriptionId: allowed }, new Date(now.getTime() - 1000))}`,
    ],
    [
      'a changed token',
      async ({ previewTokens }: TestApp) => {
        const token = await previewTokens.issue({ ...offer, subscriptionId: allowed }, inAnHour);
        return `?token=${token.slice(0, -6)}${token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
      },
    ],
    [
      'a token signed by somebody else',
      async () => {
        const theirs = createPreviewTokens({ privateKeyPem: newSigningKey(), retired: {} });
        return `?token=${await theirs.issue({ ...offer, subscriptionId: allowed }, inAnHour)}`;
      },
    ],
    [
      'a token for another offer',
      async ({ previewTokens }: TestApp) =>
        `?token=${await previewTokens.issue({ publisherId: 'contoso', offerId: 'other', subscriptionId: allowed }, inAnHour)}`,
    ],
    [
      'a token for a subscription that is not on the version’s list',
      async ({ previewTokens }: TestApp) =>
        `?token=${await previewTokens.issue({ ...offer, subscriptionId: other }, inAnHour)}`,
    ],
  ])('answers 403 to %s, on every part of it', async (_name, queryOf) => {
    const test = await inPreview();
    const query = await queryOf(test);

    for (const part of ['', '/manifest.json', '/reports/report-os', `/images/${logo}.png`]) {
      const answer = await test.app.request(`${path}${part}${query}`, {
        headers: { 'X-Subscription-Id': allowed, 'X-Ms-Subscription-Id': allowed },
      });
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain(osDisk);
    }
  });

  it('is gone when nothing is in preview, whatever the token', async () => {
    const test = await inPreview();
    test.catalogue.slotRows = [];
    const token = await test.previewTokens.issue({ ...offer, subscriptionId: allowed }, inAnHour);

    const answer = await test.app.request(`${path}?token=${token}`);

    expect(answer.status).toBe(404);
  });

  it('hands out expiring links for every disk in every region, made at this moment', async () => {
    const { app, previewTokens, regions } = await inPreview();
    const token = await previewTokens.issue({ ...offer, subscriptionId: allowed }, inAnHour);

    const page = await (await app.request(`${path}?token=${token}`)).text();

    for (const region of regions) {
      expect(region.links.map(({ name }) => name)).toEqual([osDisk, dataDisk]);
      for (const { name, expires } of region.links) {
        expect(page).toContain(`https://${region.name}.example/${name}?sig=for-one-reader`);
        expect(expires.getTime()).toBeGreaterThan(now.getTime());
        expect(expires.getTime()).toBeLessThanOrEqual(now.getTime() + 24 * 3_600_000);
      }
    }
    expect(page).toContain('az vm create');
    expect(page).toContain('sha256sum --check');
  });

  it('passes its token on to the picture it shows', async () => {
    const { app, previewTokens } = await inPreview();
    const token = await previewTokens.issue({ ...offer, subscriptionId: allowed }, inAnHour);
    const page = await (await app.request(`${path}?token=${token}`)).text();
    const source = /<img[^>]* src="([^"]+)"/.exec(page)?.[1] ?? '';

    const picture = await app.request(source.replaceAll('&amp;', '&'));

    expect(picture.status).toBe(200);
    expect(picture.headers.get('Content-Type')).toBe('image/png');
  });
});
