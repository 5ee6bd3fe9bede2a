import type { Context } from 'hono';
import { inTermsOf } from '../../../domain/publication/terms';
import type { Message } from '../../../domain/text/language';
import { messageText } from '../../../domain/text/publication/publication';
import type { OfferRecord } from '../../../services/ports';
import { currentPublication } from '../../publication/current-publication';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { statusPath } from '../../offers/offer-key';
import { titleOf } from '../../offers/offer-title';
import { wordsIn } from '../../words/words';
import { forPageOffer } from '../page-offer';
import { ConfirmCancel, ConfirmGoLive, type ConfirmProps } from './confirm-page';
import { publicationView } from './publication-view';
import type { Allowed } from './view';

/** The question before a button's work; whoever comes too late or too early finds the reason on the status page. */
export function ask(
  deps: AppDeps,
  what: Extract<keyof Allowed, 'goLive' | 'cancel'>,
): (context: Context) => Promise<Response> {
  return forPageOffer(deps, async (context, offer) => {
    const question = await questionFor(deps, context, offer);
    if (question?.publication.allowed[what] !== true) return context.redirect(statusPath(offer), 303);
    return context.html(
      what === 'goLive' ? <ConfirmGoLive {...question} /> : <ConfirmCancel {...question} />,
    );
  });
}

type WrongDate = { readonly typed: string; readonly reason: Message };

/** The same question with its date marked; undefined when there is nothing to ask any more. */
export async function askForAnotherDate(
  deps: AppDeps,
  context: Context,
  { offer, typed, reason }: WrongDate & { readonly offer: OfferRecord },
): Promise<Response | undefined> {
  const question = await questionFor(deps, context, offer);
  if (question?.publication.allowed.goLive !== true) return undefined;
  const problem = messageText(inTermsOf(offer, reason), question.words.language);
  return context.html(<ConfirmGoLive {...question} date={{ typed, problem }} />, 422);
}

async function questionFor(
  deps: AppDeps,
  context: Context,
  offer: OfferRecord,
): Promise<ConfirmProps | undefined> {
  const shown = await currentPublication(deps, offer);
  if (shown === undefined) return undefined;
  const publication = await publicationView(deps, context, { offer, shown });
  const words = wordsIn(languageOf(context, publication.status.language), offer.offerType);
  return { title: titleOf(offer), publication, words };
}
