import { type Config, readConfig } from '../../src/config';
import { usualDelays } from '../../src/domain/publication/pipelines/patience';
import { delaysOf } from '../../src/worker/delays';
import { newSigningKey } from '../support/signing-key';

const account = (name: string) => ({
  name,
  url: `http://localhost/${name}`,
  credential: { accountName: name, accountKey: 'c2VjcmV0' },
});

const configWith = (change: Readonly<Record<string, string>>): Config =>
  readConfig({
    DATABASE_URL: 'postgresql://u:p@localhost/offers',
    STAGING: JSON.stringify(account('staging')),
    REGIONS: JSON.stringify([account('westeurope')]),
    SMTP_URL: 'smtp://localhost',
    PUBLIC_URL: 'http://localhost',
    SIGNING_KEY: newSigningKey(),
    SECRETS_KEY: Buffer.alloc(32).toString('base64'),
    ...change,
  });

it('reminds as usual where nothing is set', () => {
  expect(delaysOf(configWith({}))).toEqual(usualDelays);
});

it.each<[string, keyof typeof usualDelays]>([
  ['REMIND_SIGN_OFF_HOURS', 'signOffReminderEveryMs'],
  ['REMIND_ADDRESS_HOURS', 'addressReminderEveryMs'],
  ['REMIND_REVIEW_HOURS', 'reviewReminderEveryMs'],
  ['ESCALATE_REVIEW_HOURS', 'reviewEscalationAfterMs'],
])('%s sets one delay, in hours', (name, delay) => {
  expect(delaysOf(configWith({ [name]: '12' }))).toEqual({ ...usualDelays, [delay]: 12 * 3_600_000 });
});
