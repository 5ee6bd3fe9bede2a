import { describedRules } from '../../src/domain/certification/rule-index';
import { runOffer } from '../support/run-offer';

it('lists every rule of every area', async () => {
  const { exitCode, stdout } = await runOffer(['rules', '--json'], {});

  const { rules } = JSON.parse(stdout) as { readonly rules: readonly object[] };
  expect(exitCode).toBe(0);
  expect(rules).toHaveLength(describedRules.length);
  expect(rules).toContainEqual({
    id: 'listing.title.emoji',
    aliases: [],
    policy: '100.1',
    severity: 'error',
    title: 'Titles have no emoji',
    docs: 'docs/rules/listing.title.emoji.md',
    area: 'Listings',
  });
});

it('shows them by what they are about', async () => {
  const { stdout } = await runOffer(['rules'], {});

  expect(stdout).toMatch(/^Offer documents \(\d+\)\n {2}offer\.type-unknown +error +100\.5 +The offer is/);
  expect(stdout).toMatch(/^Listings \(\d+\)$/m);
});

it('says of one why it is there, what it says and what to do, in the language asked for', async () => {
  const { exitCode, stdout } = await runOffer(['rules', 'Listing.Title.Emoji', '--lang', 'es'], {});

  expect(exitCode).toBe(0);
  expect(stdout).toContain('Titles stand in lists');
  expect(stdout).toContain('«{field}» contiene emojis: {quote}');
  expect(stdout).toContain('Use solo letras, cifras y signos de puntuación.');
});

it('says of one where it does not look, in the language asked for', async () => {
  const { stdout } = await runOffer(['rules', '52', '--lang', 'ru'], {});

  expect(stdout).toMatch(/^Limits +Известны ядра Ubuntu, /m);
});

it('finds a rule by the name that another system’s test has', async () => {
  const [aliased] = describedRules.filter(({ aliases = [] }) => aliases.length > 0);
  const [alias = ''] = aliased?.aliases ?? [];

  const { stdout } = await runOffer(['rules', alias, '--json'], {});

  expect(JSON.parse(stdout)).toMatchObject({ rules: [{ id: aliased?.id }] });
});

it('ends with 2 for a name that no rule has', async () => {
  const { exitCode, stderr } = await runOffer(['rules', 'nonsense'], {});

  expect([exitCode, stderr]).toEqual([2, 'There is no rule nonsense. See: offer rules\n']);
});
