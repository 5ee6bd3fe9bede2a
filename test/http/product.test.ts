import { frozenVersion } from '../support/listed-offer';
import { publishableOffer } from '../support/publishable-offer';
import { logo, osDisk, sha, shownPackage, slotOf } from '../support/shown-package';
import { offerPath, testApp, type TestApp } from '../support/test-app';

async function live(content = shownPackage()): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  test.catalogue.versions.push(frozenVersion());
  test.catalogue.slotRows = [slotOf('Production')];
  test.catalogue.packageRows = [content];
  test.staging.blobs.set(logo, Buffer.from('\x89PNG', 'latin1'));
  return test;
}

describe('the product page', () => {
  it('is not there until the offer is live', async () => {
    const { app, catalogue } = await live();
    catalogue.slotRows = [slotOf('Preview')];

    const answers = await Promise.all(
      ['', '/manifest.json', `/images/${logo}.png`, '/reports/report-os'].map(async (part) =>
        app.request(`/marketplace/contoso/linux-vm${part}`),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('stands in the storefronts of its offer type and in no other', async () => {
    const { app } = await live();

    const answers = await Promise.all(
      ['marketplace', 'portal-gallery', 'appsource'].map(async (shop) =>
        app.request(`/${shop}/contoso/linux-vm`),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  it('stands where its live version is shown, whatever the draft has become since', async () => {
    const { app, api } = await live();
    await api(
      'PUT',
      offerPath,
      { ...publishableOffer(), offerTypeId: 'consulting-services' },
      { 'If-Match': '*' },
    );

    const answers = await Promise.all(
      ['marketplace', 'portal-gallery', 'appsource'].map(async (shop) =>
        app.request(`/${shop}/contoso/linux-vm`),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  it('shows listing, plans, support, and the way to deploy', async () => {
    const { app } = await live();

    const page = await (await app.request('/marketplace/contoso/linux-vm')).text();

    for (const text of [
      '<h1>Contoso Linux</h1>',
      '<p>Fast &amp; <strong>small</strong></p>',
      'For everybody',
      'mailto:sam@contoso.com',
      '<p>Be kind</p>',
      'Region westeurope',
      `https://eastus.example/${osDisk}`,
      '/marketplace/contoso/linux-vm/manifest.json',
      '/marketplace/contoso/linux-vm/reports/report-os',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('Preview: only');
  });

  it('names the publisher as people know it', async () => {
    const { app, api } = await live();
    const page = async () => (await app.request('/marketplace/contoso/linux-vm')).text();
    const before = await page();

    await api('PATCH', '/api/publishers/contoso', { displayText: 'Contoso & Sons' });

    expect(before).toContain('Published by contoso<');
    expect(await page()).toContain('Published by Contoso &amp; Sons<');
  });

  it.each([
    ['en', '0.02 USD per core and hour', 'Free trial: 1 month'],
    ['es', '0,02 USD por núcleo y hora', 'Prueba gratuita: 1 mes'],
    ['ru', '0,02 USD за ядро в час', 'Бесплатная пробная версия: 1 месяц'],
    ['zh', '每核每小时 0.02 USD', '免费试用：1个月'],
  ])('says what a plan costs, of the very version that is live (%s)', async (lang, price, trial) => {
    const { app, catalogue } = await live();
    const pricing = (single: number) => ({
      definition: {
        plans: [
          {
            planId: 'standard',
            virtualMachinePricingV2: {
              isByol: false,
              freeTrialDurationInMonths: 1,
              coreMultiplier: { currency: 'USD', single },
            },
          },
        ],
      },
    });
    catalogue.versions.push({ ...frozenVersion(), document: pricing(0.02) });
    catalogue.versions.push({ ...frozenVersion(), offerVersion: 2, document: pricing(9) });

    const page = await (await app.request(`/marketplace/contoso/linux-vm?lang=${lang}`)).text();

    expect(page).toContain(price);
    expect(page.replace(/\s/g, ' ')).toContain(trial);
    expect(page).not.toContain('9 USD');
  });

  it.each([
    ['Debian 12', 'Debian 12 (Linux)'],
    ['', 'Linux'],
    ['Linux', 'Linux'],
  ])('calls the system named %p %s', async (osName, shown) => {
    const [plan] = shownPackage().page.plans;
    const machine = plan !== undefined && !('kind' in plan) ? [{ ...plan, osName }] : [];
    const { app } = await live(shownPackage({ plans: machine }));

    const page = await (await app.request('/marketplace/contoso/linux-vm')).text();

    expect(page).toContain(`<p class="quiet">${shown}</p>`);
  });

  it('says from what price on, where every machine size has its own', async () => {
    const { app, catalogue } = await live();
    const coreMultiplier = { currency: 'USD', individually: { '1core': 0.025, '2core': 0.04 } };
    const plan = { planId: 'standard', virtualMachinePricingV2: { isByol: false, coreMultiplier } };
    catalogue.versions.push({ ...frozenVersion(), document: { definition: { plans: [plan] } } });

    const page = await (await app.request('/marketplace/contoso/linux-vm')).text();

    expect(page).toContain('From 0.025 USD an hour, by machine size');
    expect(page).not.toContain('Free trial');
  });

  it('escapes whatever a publisher wrote as plain text', async () => {
    const attack = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const { app } = await live(
      shownPackage({
        title: attack,
        summary: attack,
        longSummary: attack,
        usefulLinks: [{ text: attack, uri: 'javascript:alert(1)' }],
        support: { name: attack, email: attack, phone: attack, url: `https://x.example/"${attack}` },
      }),
    );

    const page = await (await app.request('/marketplace/contoso/linux-vm')).text();

    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page).not.toMatch(/href="javascript:/i);
  });

  it('serves pictures of its own package only', async () => {
    const { app, staging } = await live();
    staging.blobs.set(osDisk, Buffer.from('not for everybody'));

    const answers = await Promise.all(
      [logo, osDisk, sha('unknown'), '../secret', logo.toUpperCase()].map(async (name) =>
        app.request(`/marketplace/contoso/linux-vm/images/${name}.png`),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404]);
    expect(Buffer.from((await answers[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(
      Buffer.from('\x89PNG', 'latin1'),
    );
  });

  it('shows the report behind the certified mark, and no other report', async () => {
    const { app, catalogue } = await live();
    const report = {
      subject: osDisk,
      ruleSetVersion: 'vm/1',
      verdict: 'passed' as const,
      findings: [],
      createdAt: '2026-11-20T10:10:00.000Z',
      validUntil: '2027-11-20T10:10:00.000Z',
    };
    catalogue.reportRows = [
      { ...report, reportId: 'report-os' },
      { ...report, reportId: 'report-of-another-offer' },
    ];

    const shown = await app.request('/marketplace/contoso/linux-vm/reports/report-os');
    const others = await app.request('/marketplace/contoso/linux-vm/reports/report-of-another-offer');

    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain(osDisk);
    expect(others.status).toBe(404);
  });

  it('gives the signed manifest and the keys to check it with', async () => {
    const { app } = await live();

    const manifest = await app.request('/marketplace/contoso/linux-vm/manifest.json');
    const keys = await app.request('/keys');

    expect(await manifest.json()).toEqual({
      packageDigest: sha('package'),
      manifest: shownPackage().manifest,
      signature: shownPackage().signature,
    });
    const known = (await keys.json()) as { keys: Record<string, string> };
    expect(Object.values(known.keys)[0]).toContain('BEGIN PUBLIC KEY');
  });

  it('forbids scripts and frames from elsewhere', async () => {
    const { app } = await live();

    const { headers } = await app.request('/marketplace/contoso/linux-vm');

    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });
});
