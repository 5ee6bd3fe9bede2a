import { type LinkAnswer, publicLinks } from '../../../../src/domain/certification/listing/link-answers';
import { listingFactsOf } from '../../../../src/domain/certification/listing/listing-facts';
import { linkAnswerRules } from '../../../../src/domain/certification/rules/listing/table';
import { judgeByRules, runRules } from '../../../../src/domain/certification/run-rules';
import { changed, goodOffer, market } from '../../offer/good-offer';

it('calls nothing but pages of the public internet', () => {
  const urls = [
    'https://127.0.0.1/a',
    'https://intranet/',
    'https://me:x@contoso.com/',
    'javascript:x()',
    '/start',
    'http://www.contoso.com/b',
  ];
  const html = urls.map((url) => `<a href="${url}">x</a>`).join('');

  const links = publicLinks(listingFactsOf(changed(goodOffer(), market('description'), html)));

  expect(links.filter(({ field }) => field === 'description').map(({ url }) => url)).toEqual([
    'http://www.contoso.com/b',
  ]);
  expect(links.map(({ field }) => field).toSorted()).toEqual([
    'description',
    'linkUrl',
    'linkUrl',
    'privacyURL',
    'publicAzureSupportUrl',
  ]);
});

it.each<[LinkAnswer, readonly string[]]>([
  [{ kind: 'answered', status: 200 }, []],
  [{ kind: 'answered', status: 401 }, []],
  [{ kind: 'answered', status: 403 }, []],
  [{ kind: 'answered', status: 429 }, []],
  [{ kind: 'answered', status: 404 }, ['error HTTP 404']],
  [{ kind: 'answered', status: 410 }, ['error HTTP 410']],
  [{ kind: 'answered', status: 503 }, ['warning HTTP 503']],
  [{ kind: 'silent', reason: 'ENOTFOUND' }, ['error ENOTFOUND']],
  [{ kind: 'silent', reason: 'timeout' }, ['warning timeout']],
])('judges the answer %j', (answer, expected) => {
  const link = {
    field: 'privacyURL',
    pointer: '/x',
    words: '',
    isInText: false,
    url: 'https://www.contoso.com/privacy',
  };

  const other = { ...link, answer: { kind: 'answered', status: 200 } } as const;

  const findings = runRules({ answered: [other, { ...link, answer }] }, linkAnswerRules);

  expect(findings.map(({ severity, actual }) => `${severity} ${actual}`)).toEqual(expected);
});

it('judges nothing where not one address answers: this machine may have no network', () => {
  const link = { field: 'privacyURL', pointer: '/x', words: '', isInText: false, url: 'https://contoso.com' };
  const answer = { kind: 'silent', reason: 'ENOTFOUND' } as const;

  const { findings, tests } = judgeByRules({ answered: [{ ...link, answer }] }, linkAnswerRules);

  expect([findings, tests.map(({ result }) => result)]).toEqual([[], ['notRun']]);
});
