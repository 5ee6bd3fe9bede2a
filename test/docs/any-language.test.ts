import { until } from '../support/until';
import { documentedCommands } from './commands';
import { type NamespaceAtWork, namespaceAtWork } from './namespace-at-work';
import { pathWithTemporal } from './temporal-cli';
import { typed } from './type';

const [start, query, list, update, signal, result] = documentedCommands['test/docs/any-language.test.ts'];

let own: NamespaceAtWork;
let environment: Readonly<Record<string, string>>;
// Where there is no Temporal CLI yet, it is built first.
beforeAll(async () => {
  own = await namespaceAtWork();
  environment = { ...own.environment, PATH: await pathWithTemporal() };
}, 600_000);
afterAll(() => own.close());

it('takes an offer live by the commands of the README, one after the other', async () => {
  await typed(start, environment);
  await typedUntil(query, '"status":"waitingForPublisherReview"');
  await typedUntil(list, 'publication.contoso.linux-vm');
  const answer = await typed(update, environment);
  await typed(signal, environment);
  const end = await typed(result, environment);

  expect(answer).toContain('accepted');
  expect(end).toMatch(/"outcome": ?"live"/);
});

/** As a person would: again, until it says so. A run that is busy may leave one try unanswered. */
async function typedUntil(command: string, words: string): Promise<void> {
  await until(`${command} says ${words}`, async () => (await typed(command, environment)).includes(words));
}
