import type { Asked } from './asked';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

export type YesFlag = { readonly yes?: boolean };

/** Before something is gone for good: `--yes`, or a person who says so. Without a terminal nobody is asked. */
export async function confirm({ flags, surroundings }: Asked<YesFlag>, question: string): Promise<void> {
  if (flags.yes === true) return;
  const { ask } = surroundings;
  if (ask === undefined)
    throw new CliFailure(
      exitCodes.usage,
      `${question} Nobody can be asked here: add --yes. Nothing was changed.`,
    );
  const answer = await ask(`${question} [y/N] `, 'shown');
  if (!/^y(es)?$/i.test(answer.trim())) throw new CliFailure(exitCodes.canceled, 'Nothing was changed.');
}
