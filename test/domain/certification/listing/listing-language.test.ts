import { findingsWith, rulesWith } from './listing-cases';

const english = 'The machine starts with a web server and renews its certificates for you every night.';
const spanish =
  'La máquina arranca con un servidor web y renueva los certificados para sus sitios cada noche.';
const russian = 'Машина запускается с веб-сервером и сама обновляет сертификаты ваших сайтов каждую ночь.';
const chinese = '此虚拟机启动后即可提供网站服务，每天晚上自动续订网站的证书，并在需要重新启动时通知您。';
const german =
  'Die Maschine startet mit einem Webserver und erneuert die Zertifikate für Sie jede Nacht von selbst.';

describe('one language', () => {
  it.each([
    ['English and Spanish', english, spanish, 'en, es'],
    ['English and Russian', english, russian, 'en, ru'],
    ['Chinese and English', chinese, english, 'zh, en'],
    ['German and English', german, english, 'de, en'],
  ])('is not what %s are', (_, first, second, languages) => {
    const findings = findingsWith('description', `<p>${first}</p><p>${second}</p>`);

    expect(findings.map(({ ruleId, params }) => [ruleId, params['languages']])).toEqual([
      ['listing.text.language', languages],
    ]);
  });

  it.each([
    english,
    spanish,
    russian,
    chinese,
    german,
    `${russian} Nginx, PostgreSQL, Let’s Encrypt, Red Hat Enterprise Linux, Visual Studio Code, Docker.`,
    `${chinese} Nginx, PostgreSQL, Red Hat Enterprise Linux, Visual Studio Code, Docker, Kubernetes, Helm.`,
    `${spanish} <em>sudo apt install contoso web server tools</em>`,
    `${english} Sprache: Deutsch. Idioma: español. Язык: русский. 语言：中文。`,
    `${spanish} <p>Uso: servidor web, base de datos y correo.</p>`,
  ])('is what this has: %s', (text) => {
    expect(rulesWith('description', `<p>${text}</p>`)).toEqual([]);
  });

  it('is not asked of terms, which are often given twice', () => {
    expect(rulesWith('termsOfUse', `<p>${english}</p><p>${spanish}</p>`)).toEqual([]);
  });
});

it.each([
  ['Cоntoso', true],
  ['Micrоsoft Windows', true],
  ['Cервер', true],
  ['IT-специалист и web-сервер', false],
  ['VMки, Windowsа, ITшники, SQLщик', false],
  ['Система Linux, машина Azure, ТУРБО и TURBO', false],
])('sees letters that only look alike in %s: %s', (title, isFound) => {
  expect(rulesWith('title', title)).toEqual(isFound ? ['listing.text.lookalike'] : []);
});

it.each([
  ['<b>Fast</b> server', true],
  ['Fast &amp; small', true],
  ['Fast<br/>small', true],
  ['Map<Key, Value> for everybody', false],
  ['if a < b and c > d', false],
  ['R&D; Q&A', false],
])('sees HTML in the plain text "%s": %s', (text, isFound) => {
  expect(rulesWith('summary', text)).toEqual(isFound ? ['listing.text.markup'] : []);
});

it.each([
  ['<p style="color:red">x</p>', ['listing.html.attributes']],
  ['<p onclick=run()>x</p>', ['listing.html.attributes']],
  ['<a href="https://www.contoso.com" target="_blank" rel="noopener">x</a>', []],
  ['<p>a = b, x="1"</p>', []],
])('sees attributes in %s', (html, expected) => {
  expect(rulesWith('description', html)).toEqual(expected);
});
