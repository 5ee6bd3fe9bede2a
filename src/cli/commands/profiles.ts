import type { Command } from 'commander';
import { readProfiles } from '../config/profiles';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { table } from '../output/table';

const facts = {
  name: 'profiles',
  does: 'List the logins that are kept; never their tokens.',
  examples: [['offer profiles', 'the current one has a star']],
} as const;

export function profilesCommand(does: Does): Command {
  return newCommand(facts).action(
    does(async ({ answer, surroundings }) => {
      const { current, profiles } = readProfiles(surroundings.environment);
      const list = Object.entries(profiles).map(([name, { api }]) => ({
        name,
        api,
        current: name === current,
      }));
      const rows = table(list.map((each) => [each.current ? '*' : ' ', each.name, each.api]));
      answer(
        { profiles: list },
        list.length === 0 ? 'Nobody logged in: offer login <address>\n' : `${rows.join('\n')}\n`,
      );
      return exitCodes.ok;
    }),
  );
}
