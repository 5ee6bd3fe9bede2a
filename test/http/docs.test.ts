import { findingTexts } from '../../src/domain/text/findings/findings';
import { accessibilityFaults } from '../support/html';
import { testApp } from '../support/test-app';

describe('the documentation pages', () => {
  it('list every rule under the address that findings link to', async () => {
    const { app } = testApp();

    const page = await (await app.request('/docs/rules')).text();

    for (const ruleId of Object.keys(findingTexts)) expect(page).toContain(`id="${ruleId}"`);
    expect(accessibilityFaults(page)).toEqual([]);
  });

  it.each([
    [
      'en',
      'Example: /root/.bash_history holds 4096 bytes; at most 1024 are allowed.',
      'Where it does not look: It knows the kernels of Ubuntu',
    ],
    [
      'es',
      'Ejemplo: /root/.bash_history contiene 4096 bytes; se permiten como máximo 1024.',
      'Dónde no mira: Conoce los kernels de Ubuntu',
    ],
    [
      'ru',
      'Пример: /root/.bash_history содержит байт: 4096; допускается не более 1024.',
      'Чего не проверяет: Известны ядра Ubuntu',
    ],
    [
      'zh',
      '示例: /root/.bash_history 含有 4096 字节；最多允许 1024。',
      '不检查的范围: 它了解 2019 年 6 月时 Ubuntu',
    ],
  ])('show each rule by an example, and where it does not look (%s)', async (language, example, limits) => {
    const { app } = testApp();

    const page = await (await app.request(`/docs/rules?lang=${language}`)).text();

    expect(page).toContain(example);
    expect(page).toContain(limits);
    expect(page.match(/.{20}(?:\{\w+\}|undefined|[^[{…]…(?!…)).{20}/g)).toBeNull();
  });

  it('show the test lead as it is sent', async () => {
    const { app } = testApp();

    const page = await (await app.request('/docs/leads')).text();

    expect(page).toContain('MSFT_TEST_');
    expect(accessibilityFaults(page)).toEqual([]);
  });

  it.each([
    ['?lang=ru', {}, 'ru'],
    ['', { 'Accept-Language': 'de-DE, zh-CN;q=0.8, en;q=0.5' }, 'zh'],
    ['', { 'Accept-Language': 'en;q=0.2, es;q=0.9' }, 'es'],
    ['', { Cookie: 'offer_lang=ru', 'Accept-Language': 'es' }, 'ru'],
    ['?lang=xx', {}, 'en'],
    ['', { 'Accept-Language': '*;q=x,,;;' }, 'en'],
  ])('speak the reader’s language (%s %j)', async (query, headers, language) => {
    const { app } = testApp();

    const page = await (
      await app.request(`/docs/rules${query}`, { headers: headers as Record<string, string> })
    ).text();

    expect(page).toContain(`<html lang="${language}">`);
  });

  it('bring their own style sheet and script, and nothing from elsewhere', async () => {
    const { app } = testApp();

    const page = await (await app.request('/docs/rules')).text();
    const sheet = await app.request('/style.css');
    const script = await app.request('/live.js');

    expect(sheet.headers.get('Content-Type')).toContain('text/css');
    expect(script.headers.get('Content-Type')).toContain('text/javascript');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/ (style|on[a-z]+)="/);
  });
});
