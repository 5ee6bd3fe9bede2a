import { type Context, Hono } from 'hono';
import { judge } from '../../../domain/certification/finding';
import { longestNotes } from '../../../domain/publication/certification-notes';
import { readEmailList } from '../../../domain/publication/commands';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { offerPage, statusPath } from '../../offers/offer-key';
import { startPublication } from '../../publication/start-publication';
import { validateDraft } from '../../offers/validate-draft';
import type { Word } from '../../words/all-words';
import { wordsIn } from '../../words/words';
import { forPageOffer } from '../page-offer';
import { readForm } from '../forms';
import { sentForm } from '../sent-form';
import { editorPage } from './show-editor';

/** `POST .../editor/publish`: with the address that was asked for, the publication starts and Status follows it. */
export function publishRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get('/publish', (context) => {
      // A link to another language leads here after a refused form: the answer's cookie keeps the choice.
      languageOf(context);
      return context.redirect(`${context.req.path.replace(/\/publish$/, '')}?publish`, 303);
    })
    .post(
      '/publish',
      forPageOffer(deps, (context, offer) => publish(deps, context, offer)),
    );
}

async function publish(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const { emails: typed = '', notes: typedNotes = '', etag, requestId: given } = await readForm(context);
  const sent = await sentForm(deps, offer, { kind: 'publish', given });
  if (sent.isKnown) return context.redirect(statusPath(offer), 303);
  const { requestId } = sent;
  // A form sends a line's end as two characters.
  const notes = typedNotes.replaceAll('\r\n', '\n');
  const words = wordsIn(languageOf(context), offer.offerType);
  const refuse = (why: Word): Promise<Response> =>
    editorPage(deps, context, { offer, notices: [{ kind: 'refused', text: words.say(why) }], status: 409 });
  // What was checked and asked about must be what is published.
  if (etag !== offer.etag) return refuse('publish.changed');
  const emails = readEmailList(typed);
  const areLong = notes.length > longestNotes;
  if (emails === undefined || areLong) {
    const asking = {
      emails: typed.slice(0, 2000),
      problem: emails === undefined ? words.say('publish.badEmails') : undefined,
      notes: notes.slice(0, 5000),
      ...(areLong ? { notesProblem: words.say('publish.badNotes', { most: longestNotes }) } : {}),
    };
    return editorPage(deps, context, { offer, asking, status: 422 });
  }
  if (judge(await validateDraft(deps, offer)) === 'failed') {
    return context.redirect(`${offerPage(offer, 'editor')}?publish`, 303);
  }
  const answer = await startPublication(deps, context, { offer, requestId, emails, notes });
  return answer === 'started' ? context.redirect(statusPath(offer), 303) : refuse('publish.running');
}
