import { type Context, Hono } from 'hono';
import type { OfferDocument } from '../../../domain/offer/document';
import type { GivenFields } from '../../../domain/offer/form/apply-form';
import { readJsonText } from '../../../domain/offer/form/json-text';
import { type DraftDifference, differencesOf, mergeDrafts } from '../../../domain/offer/form/merge-drafts';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { offerPage } from '../../offers/offer-key';
import { forPageOffer } from '../page-offer';
import { choiceName } from './conflict-page';
import { lastOf } from './save-form';
import { saveMine } from './save-mine';
import { editorPage } from './show-editor';
import { readSubmission } from './submission';

/** `POST .../editor/conflict`: saves what was chosen; when the draft changed once more, asks once more. */
export function conflictRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get('/conflict', (context) => context.redirect(context.req.path.replace(/\/conflict$/, ''), 303))
    .post(
      '/conflict',
      forPageOffer(deps, (context, offer) => saveChoice(deps, context, offer)),
    );
}

async function saveChoice(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const sent = await readSubmission(context, async () => undefined);
  const given: GivenFields = sent.kind === 'read' ? sent.given : new Map();
  const [theirs, mine] = ['theirs', 'mine'].map((name) => documentIn(given, name));
  if (theirs === undefined || mine === undefined) return editorPage(deps, context, { offer });
  const chosen = mergeDrafts({ theirs }, differencesOf({ base: undefined, mine, theirs }), chosenBy(given));
  const etag = lastOf(given, 'etag');
  const saved = await saveMine(deps, context, { offer, etag, base: theirs, mine: chosen });
  return saved.kind === 'refused'
    ? saved.answer
    : context.redirect(`${offerPage(offer, 'editor')}?saved`, 303);
}

function chosenBy(given: GivenFields): (difference: DraftDifference) => boolean {
  const all = lastOf(given, 'do');
  if (all === 'allMine') return () => true;
  if (all === 'allTheirs') return () => false;
  // Nothing of mine is dropped by a choice that did not arrive.
  return (difference) => lastOf(given, choiceName(difference)) !== 'theirs';
}

function documentIn(given: GivenFields, name: string): OfferDocument | undefined {
  const read = readJsonText(lastOf(given, name));
  return read.kind === 'read' ? read.value : undefined;
}
