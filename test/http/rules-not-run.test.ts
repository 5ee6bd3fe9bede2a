import { publicationId } from '../support/publication-at';
import { certifiedPart, notRun } from '../support/certified-part';
import { accessibilityFaults } from '../support/html';
import { publishedAt } from '../support/published-at';
import { pagePath } from '../support/test-app';

const status = `${pagePath}/status`;

async function shown(query = ''): Promise<string> {
  const { browse, catalogue } = await publishedAt('signOff');
  for (const name of ['offer', 'standard/1.0.0/os'])
    await catalogue.certifications.addPart(publicationId, certifiedPart({ name, plan: null, tests: notRun }));
  return (await browse(`${status}${query}`)).text();
}

it('shows of each step the rules that were not run, with the reason, folded', async () => {
  const page = await shown();

  const folded = page.match(/<details class="not-run".*?<\/details>/gs) ?? [];
  expect(folded).toHaveLength(2);
  expect(folded[0]).toContain('<strong>offer</strong>');
  expect(folded[1]).toContain('<strong>standard/1.0.0/os</strong>');
  for (const part of folded) {
    expect(part).toContain('<summary>Rules that were not run: 3</summary>');
    expect(part).toMatch(/no kernel was found in \/boot:.*vm\.guest\.sack-patch/s);
    expect(part).toContain('(/var/lib/rpm/Packages: a Berkeley DB; only rpmdb.sqlite is read)');
    expect(part).toMatch(/the reason was not kept:.*vm\.guest\.readable/s);
  }
  expect(accessibilityFaults(page)).toEqual([]);
});

it.each([
  ['es', 'no se encontró ningún kernel en /boot'],
  ['ru', 'в /boot не найдено ядра'],
  ['zh', '在 /boot 中未找到内核'],
])('says so in %s', async (language, reason) => {
  expect(await shown(`?lang=${language}`)).toContain(reason);
});

it('says nothing of rules where each one was run', async () => {
  const { browse } = await publishedAt('signOff');

  expect(await (await browse(status)).text()).not.toContain('not-run');
});
