import { answeredLinks } from '../../src/cli/certification/answered-links';
import { certifyDocument, documentRules } from '../../src/domain/offer/certify-document';
import { changed, goodOffer, market } from '../domain/offer/good-offer';

const there = 'https://contoso.example/help';
const gone = 'https://contoso.example/gone';
const page = `<p><a href="${there}">Help</a>, <a href="${gone}">more</a>, <a href="${gone}">again</a></p>`;

it('fails the link whose page is not there, and no other; each address is called once', async () => {
  const document = changed(goodOffer(), market('description'), page);
  const called: string[] = [];

  const answered = await answeredLinks(document, async (url) => {
    called.push(url);
    return { answer: { kind: 'answered', status: url === gone ? 404 : 200 }, content: new Uint8Array() };
  });
  const facts = { document, now: new Date('2026-06-01T00:00:00Z'), pictures: [], answered };
  const { findings, tests } = certifyDocument(facts, documentRules);

  expect(called.filter((url) => url === gone || url === there).toSorted()).toEqual([gone, there]);
  expect(tests.find(({ ruleId }) => ruleId === 'listing.link.dead')?.result).toBe('fail');
  const dead = findings.filter(({ ruleId }) => ruleId === 'listing.link.dead');
  expect(dead[0]).toMatchObject({ severity: 'error', actual: 'HTTP 404', params: { quote: gone } });
  expect(JSON.stringify(dead)).not.toContain(there);
});
