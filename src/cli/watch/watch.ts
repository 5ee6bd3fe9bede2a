import type { OfferKey } from '../../domain/offer/ids';
import type { Asked } from '../asked';
import { exitCodeOf, exitCodes } from '../exit-codes';
import { nextText, type Look, statusText } from '../output/status-text';
import { type Publication, standingOf } from '../publication';
import { deadlineOf, type WaitFlags } from '../wait-flags';
import { jsonLines, silently } from './json-lines';
import { plainLines } from './plain-lines';
import { stepList } from './step-list';
import { type Sent, type Until, watchPublication } from './watch-publication';
import type { View } from './view';

export type Watched = {
  readonly offer: OfferKey;
  readonly publicationId?: string;
  readonly until: Until;
  /** The message that is waited for; it may be refused yet. */
  readonly sent?: Sent;
  /** What stands in every JSON answer beside how the publication stands. */
  readonly also: object;
};

/** Shows a publication until it has come as far as asked, then how it stands; its exit code. */
export async function watch(
  asked: Asked<WaitFlags>,
  { also, until, offer, publicationId, sent }: Watched,
): Promise<number> {
  const { flags, language, surroundings } = asked;
  const shape = (publication: Publication): object => ({ ...also, ...standingOf(publication, language) });
  const view = viewFor(asked, shape);
  let seen: Publication | undefined;
  try {
    const looks = watchPublication({
      connection: asked.connection(),
      offer,
      until,
      deadline: deadlineOf(flags),
      tell: view.remark,
      ...(publicationId === undefined ? {} : { publicationId }),
      ...(sent === undefined ? {} : { sent }),
    });
    for await (const publication of looks) {
      seen = publication;
      view.show(publication);
    }
  } finally {
    await view.close();
  }
  if (seen === undefined) return exitCodes.ok;
  if (flags.json !== true) surroundings.stdout(endText(asked, seen));
  else if (flags.watch !== true) asked.answer(shape(seen), '');
  return exitCodeOf(seen.status);
}

export const lookOf = ({ paint, language, surroundings }: Asked): Look => ({
  paint,
  language,
  bars: surroundings.isTerminal,
});

function viewFor(asked: Asked<WaitFlags>, shape: (publication: Publication) => object): View {
  const { flags, language, surroundings } = asked;
  if (flags.json === true)
    return flags.watch === true ? jsonLines(surroundings, shape) : silently(surroundings);
  return surroundings.isTerminal ? stepList(lookOf(asked)) : plainLines(surroundings, language);
}

/** A terminal shows the steps already. */
function endText(asked: Asked, publication: Publication): string {
  if (asked.surroundings.isTerminal) return `\n${nextText(publication, asked.language)}`;
  return `\n${statusText(publication, lookOf(asked), new Date())}`;
}
