import type { Command } from 'commander';
import type { Asked } from '../asked';
import { readProfiles, usualProfile, writeProfiles } from '../config/profiles';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { variable } from '../surroundings';

const facts = {
  name: 'logout',
  does: 'Forget a login. The token itself stays good until it is revoked.',
  examples: [['offer logout --profile production', 'forgets address and token']],
} as const;

export function logoutCommand(does: Does): Command {
  return newCommand(facts).action(does(logout));
}

async function logout({ answer, flags, surroundings }: Asked): Promise<number> {
  const { environment } = surroundings;
  const { current, profiles } = readProfiles(environment);
  const name = flags.profile ?? variable(surroundings, 'OFFER_PROFILE') ?? current ?? usualProfile;
  if (!Object.hasOwn(profiles, name))
    throw new CliFailure(exitCodes.usage, `There is no profile "${name}". See: offer profiles`);
  const left = Object.fromEntries(Object.entries(profiles).filter(([each]) => each !== name));
  writeProfiles(environment, { current: current === name ? undefined : current, profiles: left });
  answer({ profile: name }, `Profile ${name} is forgotten. Its token stays good until it is revoked.\n`);
  return exitCodes.ok;
}
