import { ApplicationFailure } from '@temporalio/common';
import { randomBytes } from 'node:crypto';
import { revealSecrets } from '../../src/activities/reveal-secrets';
import { sealSecrets } from '../../src/services/catalogue/secrets/seal-secrets';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const newKey = (): string => randomBytes(32).toString('base64');
const failureOf = (reveal: () => string): Promise<unknown> =>
  revealSecrets({ revealSecrets: async () => ({ secret: reveal() }) }, offer, {}).catch(
    (error: unknown) => error,
  );

it('gives up at once when the key is another one, and says what to do', async () => {
  const sealed = sealSecrets({ secretsKey: newKey() }).seal('canary-4711', 'here');

  const failure = await failureOf(() => sealSecrets({ secretsKey: newKey() }).open(sealed, 'here'));

  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({
    nonRetryable: true,
    type: 'SealedSecretError',
    message: expect.stringMatching(/contoso\/linux-vm.*SECRETS_KEY.*Restore SECRETS_KEY/),
  });
  expect(JSON.stringify(failure)).not.toContain('canary');
});

it('lets what may pass be tried again', async () => {
  const away = new Error('database is away');

  expect(
    await failureOf(() => {
      throw away;
    }),
  ).toBe(away);
});

it('gives the document with its secrets', async () => {
  expect(await failureOf(() => 'open')).toEqual({ secret: 'open' });
});
