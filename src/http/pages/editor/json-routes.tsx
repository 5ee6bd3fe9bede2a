import { type Context, Hono } from 'hono';
import { may } from '../../../domain/access/identity';
import { mayEditDraft } from '../../../domain/publication/draft-editors';
import { judge } from '../../../domain/certification/finding';
import { readJsonText, type ReadJsonText } from '../../../domain/offer/form/json-text';
import type { OfferDocument } from '../../../domain/offer/document';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { offerPage } from '../../offers/offer-key';
import { titleOf } from '../../offers/offer-title';
import { validateDraft } from '../../offers/validate-draft';
import { wordsIn } from '../../words/words';
import { forPageOffer } from '../page-offer';
import { JsonPage, type JsonView } from './json-page';
import { lastOf } from './save-form';
import { saveMine } from './save-mine';
import { readSubmission } from './submission';

/** The draft as the document it is, for experts; saved on the same way as the form. */
export function jsonRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get(
      '/json',
      forPageOffer(deps, (context, offer) => showDraft(deps, context, offer)),
    )
    .post(
      '/json',
      forPageOffer(deps, (context, offer) => saveJson(deps, context, offer)),
    );
}

async function showDraft(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const text = JSON.stringify(offer.draft, null, 2);
  const isChecked = context.req.query('publish') !== undefined;
  const findings = isChecked ? await validateDraft(deps, offer) : [];
  if (isChecked && judge(findings) !== 'failed')
    return context.redirect(`${offerPage(offer, 'editor')}?publish`, 303);
  return jsonPage(context, { offer, text, findings, isSaved: context.req.query('saved') !== undefined });
}

async function saveJson(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const words = wordsIn(languageOf(context));
  const sent = await readSubmission(context, async () => undefined);
  if (sent.kind !== 'read') {
    const text = JSON.stringify(offer.draft, null, 2);
    return jsonPage(context, { offer, text, problem: { text: words.say('editor.tooLarge') }, status: 413 });
  }
  const { given } = sent;
  const text = lastOf(given, 'document').replace(/\r\n?/g, '\n');
  const read = readJsonText(text);
  if (read.kind === 'broken') {
    const why = words.say(`json.${read.fault}`);
    const problem = { text: words.say('json.broken', { ...read.place, why }), place: read.place };
    return jsonPage(context, { offer, text, problem, status: 422 });
  }
  if (!isOf(offer, read.value)) {
    return jsonPage(context, { offer, text, problem: { text: words.say('json.otherOffer') }, status: 422 });
  }
  const etag = lastOf(given, 'etag');
  const base = etag === offer.etag ? offer.draft : documentOf(readJsonText(lastOf(given, 'base')));
  const saved = await saveMine(deps, context, { offer, etag, base, mine: read.value });
  if (saved.kind === 'refused') return saved.answer;
  const next = lastOf(given, 'do') === 'publish' ? 'publish' : 'saved';
  return context.redirect(`${offerPage(offer, 'editor/json')}?${next}`, 303);
}

const documentOf = (read: ReadJsonText): OfferDocument | undefined =>
  read.kind === 'read' ? read.value : undefined;

/** Who the offer is cannot be edited; keys left out mean the same. */
function isOf({ publisherId, offerId, offerType }: OfferRecord, document: OfferDocument): boolean {
  return (
    (document['publisherId'] ?? publisherId) === publisherId &&
    (document['id'] ?? offerId) === offerId &&
    document['offerTypeId'] === offerType
  );
}

type Shown = Pick<JsonView, 'offer' | 'text' | 'problem' | 'isSaved' | 'findings'> & {
  readonly status?: 413 | 422;
};

async function jsonPage(context: Context, { status, ...shown }: Shown): Promise<Response> {
  const words = wordsIn(languageOf(context));
  const visitor = identityOf(context);
  const { publisherId } = shown.offer;
  const view: JsonView = {
    ...shown,
    title: titleOf(shown.offer),
    mayEdit: mayEditDraft(visitor, shown.offer),
    mayPublish: may(visitor, 'publish', publisherId),
  };
  return context.html(<JsonPage view={view} words={words} />, status ?? 200);
}
