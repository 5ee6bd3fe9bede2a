import { actorText } from '../../domain/text/actors';
import type { Command } from 'commander';
import { callApi } from '../api/call';
import { isRecord } from '../api/read-error';
import { refusalOf } from '../api/refusal';
import type { Asked } from '../asked';
import { profilesFile, readProfiles, usualProfile, writeProfiles } from '../config/profiles';
import { addressOf } from '../connection';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { variable } from '../surroundings';

const facts = {
  name: 'login',
  does: 'Keep the address and token of an API, after trying them. Several go by --profile.',
  examples: [
    ['offer login https://offers.example.com', 'asks for the token; it does not appear on the screen'],
    ['offer login https://offers.example.com --profile production < token.txt', 'the token from a file'],
    ['offer list --profile production', 'uses that login'],
  ],
} as const;

export function loginCommand(does: Does): Command {
  return newCommand(facts)
    .argument('[address]', 'of the API, e.g. https://offers.example.com (else --api, else OFFER_API)')
    .action(does(login));
}

async function login(asked: Asked): Promise<number> {
  const { flags, surroundings, language, words } = asked;
  const { environment, interrupted } = surroundings;
  const given = words[0] ?? flags.api ?? variable(surroundings, 'OFFER_API');
  if (given === undefined)
    throw new CliFailure(exitCodes.usage, 'Say where: offer login https://offers.example.com');
  const api = addressOf(given);
  const name = flags.profile ?? variable(surroundings, 'OFFER_PROFILE') ?? usualProfile;
  const token = await tokenFor(asked, api);
  const answer = await asked.reading(() =>
    callApi({ api, token, language, interrupted }, { method: 'GET', path: '/api/me' }),
  );
  if (answer.status !== 200 || !isRecord(answer.body)) throw refusalOf(answer);
  const { actor, role, publisherId } = answer.body;
  const kept = readProfiles(environment);
  writeProfiles(environment, { current: name, profiles: { ...kept.profiles, [name]: { api, token } } });
  const file = profilesFile(environment);
  const reach = typeof publisherId === 'string' ? `publisher ${publisherId}` : 'every publisher';
  asked.answer(
    { profile: name, api, actor, role, publisherId, file },
    `Logged in to ${api}: ${actorText(String(actor), language)} (${String(role)}, ${reach}); profile ${name} in ${file}.\n`,
  );
  return exitCodes.ok;
}

/** Best typed or piped in: others can see the command lines of a machine. */
async function tokenFor({ flags, surroundings }: Asked, api: string): Promise<string> {
  const { ask, stdin } = surroundings;
  const token =
    flags.token ??
    variable(surroundings, 'OFFER_TOKEN') ??
    (ask === undefined ? await stdin() : await ask(`Token for ${api}: `, 'hidden'));
  const trimmed = token.trim();
  if (/^\S+$/.test(trimmed)) return trimmed;
  throw new CliFailure(
    exitCodes.usage,
    'No token was given. Pipe it in, or set OFFER_TOKEN. An owner makes one: offer token create <publisher> <name>',
  );
}
