import { listingFindings } from '../../../../src/domain/certification/listing/listing-findings';
import { changed, goodOffer, machine, market, plan, pointer } from '../../offer/good-offer';
import { findingsWith, quoteOf, rulesWith } from './listing-cases';

it('finds nothing wrong with a good offer', () => {
  expect(listingFindings(goodOffer())).toEqual([]);
});

it('points at the field, and at the plan it belongs to', () => {
  const [ofOffer] = findingsWith('summary', 'Coming soon');
  const [ofPlan] = findingsWith('skuTitle', 'Pro 🚀');

  expect(ofOffer).toEqual({
    ruleId: 'listing.text.promise',
    policy: '100.1',
    severity: 'warning',
    params: { field: 'summary', quote: 'Coming soon' },
    target: { pointer: pointer(market('summary')) },
    actual: 'Coming soon',
  });
  expect(ofPlan?.target).toEqual({ plan: 'standard', pointer: pointer(machine('skuTitle')) });
});

it('names up to three places of a text, each once and none of them long', () => {
  const text = `Lorem ipsum. TBD. Lorem ipsum. FIXME. Insert ${'a'.repeat(80)} text here. XXXX`;

  expect(quoteOf(findingsWith('description', text))).toEqual([
    `Lorem ipsum | Insert ${'a'.repeat(52)}… | TBD`,
  ]);
});

type Case = readonly [text: string, field?: string];

const placeholders: readonly Case[] = [
  ['Lorem ipsum dolor sit amet'],
  ['<p>Insert your description here</p>'],
  ['Your text goes here'],
  ['[Company name] makes backups simple'],
  ['<p>&lt;your company&gt; makes backups simple</p>'],
  ['TODO: say what it does'],
  ['Price: TBD'],
  ['test', 'summary'],
  ['Description', 'skuSummary'],
  ['...', 'longSummary'],
  ['Escriba aquí su descripción'],
  ['Ponga su texto aquí'],
  ['[nombre de la empresa] protege sus datos'],
  ['Prueba', 'title'],
  ['Здесь будет описание'],
  ['Введите текст здесь'],
  ['[название компании] защищает данные'],
  ['请在此处输入描述'],
  ['[您的公司名称]提供备份'],
  ['测试', 'title'],
];

it.each(placeholders)('takes for a placeholder: %s', (text, field = 'description') => {
  expect(rulesWith(field, text)).toContain('listing.text.placeholder');
});

const noPlaceholders: readonly Case[] = [
  ['Test your web site from twelve countries'],
  ['A testing tool for teams that test'],
  ['TODO INCLUIDO: servidor, certificados y copias'],
  ['Todo el tráfico va cifrado. Todo: desde el primer arranque.'],
  ['Log in with ssh admin@&lt;your-ip&gt; and [your key]'],
  ['Read the description here in your own language'],
  ['Windows XP, HTTP/2, XXL machines, Super Bowl XXX'],
  ['Ejemplos de uso en tres idiomas'],
  ['Escriba el nombre de su sitio y ponga su descripción en la página'],
  ['Описание API и примеры входят в комплект'],
  ['Введите имя пользователя и пароль, и машина готова'],
  ['测试您的网站速度'],
  ['请在浏览器中输入地址'],
];

it.each(noPlaceholders)('takes for meant: %s', (text, field = 'description') => {
  expect(rulesWith(field, text)).toEqual([]);
});

it('lets a link be called "Example"', () => {
  const link = [{ linkTitle: 'Example', linkUrl: 'https://www.contoso.com/example' }];

  expect(rulesWith('usefulLinks', link)).toEqual([]);
});

it.each([
  'Coming soon: IPv6',
  'Support for IPv6 is planned in the next release',
  'More regions will be added soon',
  'High availability is on our roadmap',
  'ARM machines are planned for Q3 2027',
  'Stay tuned',
  'Disponible próximamente en español',
  '¡Próximamente!',
  'El soporte de IPv6 llegará en la próxima versión',
  'Más idiomas en futuras versiones',
  'Скоро появится поддержка IPv6',
  'Поддержка IPv6 появится в следующей версии',
  'В ближайшее время добавим новые регионы',
  'Следите за обновлениями',
  'IPv6 支持即将推出',
  '敬请期待',
  '将在下一版本中支持 IPv6',
])('takes for a promise: %s', (text) => {
  expect(rulesWith('description', `<p>${text}.</p>`)).toEqual(['listing.text.promise']);
});

it.each([
  'Certificates that expire soon are renewed by themselves',
  'Be ready for the future of work',
  'Your site will be available at its own address after deployment',
  'Settings are kept when you move to the next version',
  'Updates are installed every night; the next update restarts the machine',
  'Shows which invoices are due soon and what will be charged in the next month',
  'Los certificados que caducan próximamente se renuevan solos',
  'La próxima actualización de seguridad se instala sola',
  'Los cambios se aplican en la próxima actualización',
  'Сертификаты, срок которых скоро истечёт, обновляются сами',
  'Настройки сохраняются в следующей версии',
  'Вскоре после развёртывания сайт доступен по своему адресу',
  '即将到期的证书会自动续订',
  '提醒您即将到来的会议',
  '下一版本的升级无需停机',
])('takes for a fact: %s', (text) => {
  expect(rulesWith('description', `<p>${text}.</p>`)).toEqual([]);
});

it.each([
  'Also on AWS Marketplace',
  'Find us in the Google Cloud Marketplace',
  'Get it on Google Play',
  'Available on the App Store',
  'También en el Marketplace de AWS',
  'Disponible en la App Store',
  'Доступно в Google Play',
  'Покупайте в маркетплейсе Yandex Cloud',
  '也可在阿里云市场购买',
  '已在 App Store 上架',
])('takes for a pointer to another store: %s', (text) => {
  expect(rulesWith('description', `<p>${text}.</p>`)).toEqual(['listing.text.other-store']);
});

it.each([
  'Copies backups to Amazon S3 and Google Cloud Storage',
  'Works with AWS, Azure and Oracle Cloud',
  'An app store for your own company',
  'Builds your app and sends it to the App Store and Google Play',
  'Reads Salesforce and IBM MQ',
  'Se integra con Amazon S3 y Google Drive',
  'Работает с AWS и Google Cloud',
  'Магазин приложений для вашей компании',
  '支持阿里云和腾讯云的对象存储',
])('takes for part of the product: %s', (text) => {
  expect(rulesWith('description', `<p>${text}.</p>`)).toEqual([]);
});

describe('emoji', () => {
  it.each(['Contoso 🚀', 'Contoso ☎️', 'Contoso 🇩🇪', '1️⃣ Contoso', 'Contoso 👩‍💻', 'Contoso™ ⭐'])(
    'stand in no title: %s',
    (title) => {
      expect(rulesWith('title', title)).toEqual(['listing.title.emoji']);
    },
  );

  it.each(['Contoso™ 2.0 (R)', '© Contoso', 'A → B # 1 * 2', 'Сервер №1', '服务器・二', 'Contoso ® – “Pro”'])(
    'are not what this title has: %s',
    (title) => {
      expect(rulesWith('title', title)).toEqual([]);
    },
  );

  it('may stand in a description', () => {
    expect(rulesWith('description', '<p>Fast 🚀</p>')).toEqual([]);
  });

  it('quotes a family as one sign', () => {
    expect(quoteOf(findingsWith('title', 'Contoso 👨‍👩‍👧'))).toEqual(['👨‍👩‍👧']);
  });
});

describe('names of plans', () => {
  const second = (fields: Readonly<Record<string, unknown>>): readonly string[] => {
    const first = (goodOffer() as { definition: { plans: readonly object[] } }).definition.plans[0];
    const other = { ...first, planId: 'pro', ...fields };
    const document = changed(goodOffer(), ['definition', 'plans', 1], other);
    return listingFindings(document).map(({ ruleId, target }) => `${ruleId} ${target.plan}`);
  };
  const title = 'microsoft-azure-virtualmachines.skuTitle';

  it.each(['Standard', 'STANDARD', ' standard ', 'Ｓtandard'])(
    'differ by more than letter case: %s',
    (name) => {
      expect(second({ [title]: name })).toEqual(['listing.plan.title-repeated pro']);
    },
  );

  it('may be the same where no customer sees one of them', () => {
    expect(second({ 'microsoft-azure-virtualmachines.hideSKUForSolutionTemplate': true })).toEqual([]);
  });

  it('of one plan entered twice are another rule’s to judge', () => {
    expect(second({ planId: 'standard' })).toEqual([]);
  });

  it('that are missing are alike to nobody', () => {
    expect(
      listingFindings(
        changed(changed(goodOffer(), plan(title), ''), ['definition', 'plans', 1], { planId: 'pro' }),
      ),
    ).toEqual([]);
  });
});
