import { phases, publicationAt } from '../support/publication-at';
import { offerAt, type OfferAt } from '../support/offer-at';
import type { TestApp } from '../support/test-app';

let offer: OfferAt;
let test: TestApp;
beforeEach(async () => {
  offer = await offerAt();
  ({ test } = offer);
});

type Told = (...argv: readonly string[]) => Promise<string>;
const inLanguage =
  (language: string): Told =>
  async (...argv) => {
    const { stdout, stderr } = await offer.run(...argv, '--lang', language);
    return `${stdout}${stderr}`;
  };

/** Everything these commands say of a publication. */
async function everythingTold(tell: Told): Promise<string> {
  const name = 'contoso/linux-vm';
  const told = [await tell('status', name), await tell('publish', name), await tell('history', name)];
  test.catalogue.items = [item('running'), item('done')];
  for (const phase of phases) {
    test.publish(publicationAt(phase));
    told.push(await tell('status', name));
  }
  test.publish(publicationAt('signOff'));
  test.client.next = 'alreadyRunning';
  told.push(await tell('publish', name, '--email', 'new@contoso.com'));
  for (const next of [undefined, 'pending', 'runFails'] as const) {
    test.client.next = next;
    for (const verb of [['go-live'], ['go-live', '--at', '2027-01-31T09:00:00Z'], ['cancel']])
      told.push(await tell(...verb, name));
  }
  test.client.next = undefined;
  told.push(await tell('status', name, '--watch', '--timeout', '0.1'));
  told.push(await tell('notify', name, '--email', 'ann@contoso.com'));
  test.publish(publicationAt('scheduled'));
  told.push(await tell('withdraw', name));
  test.publish(publicationAt('inReview'));
  told.push(await tell('review', 'approve', name));
  test.publish(publicationAt('live'));
  told.push(await tell('status', name, '--watch'), await tell('cancel', name));
  return told.join('');
}

const item = (state: 'running' | 'done') => ({
  item: 'replicate.westeurope',
  doneBytes: 2 ** 29,
  totalBytes: 2 ** 30,
  bytesPerSecond: 2 ** 26,
  state,
  updatedAt: '2026-11-20T11:59:00.000Z',
});

/** What people type or look up, names of places and products, and units: the same in every language. */
const sameEverywhere = [
  /offer (?:\w[\w-]* )+(?:[\w./-]+\/[\w.-]+)(?: --[\w-]+(?: (?:<\w+>|[\w.@-]+))?)*/g,
  /offer put offer\.json/g,
  /https?:\/\/\S+/g,
  /\S+@\S+/g,
  /contoso\/linux-vm/g,
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  /\d{4}-\d\d-\d\dT\S+Z/g,
  /\[[a-z.-]+\]|\/definition\/\S+/g,
  /\b(?:[KMGT]iB|UTC|VHD|westeurope|eastus|raw|qemu-img resize|force_size|standard)\b/g,
];

it.each(['ru', 'zh'])('no English is left in what is said of a publication (%s)', async (language) => {
  const told = await everythingTold(inLanguage(language));

  const rest = sameEverywhere.reduce((text, same) => text.replace(same, ''), told);
  expect(rest.split('\n').filter((line) => /[A-Za-z]{2}/.test(line))).toEqual([]);
  expect(rest.match(/[\p{Script=Cyrillic}\p{Script=Han}]/gu)?.length).toBeGreaterThan(1000);
});
