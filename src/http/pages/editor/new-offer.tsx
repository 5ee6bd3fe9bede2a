import { type Context, Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { offerTypeIds } from '../../../domain/offer/document';
import { draftTemplate } from '../../../domain/offer/form/draft-template';
import { formOf } from '../../../domain/offer/form/offer-forms-schema';
import { isId } from '../../../domain/offer/ids';
import { type StagedKind, stagedKinds } from '../../../domain/offer/kind';
import { isOfferTypeId } from '../../../domain/offer/read-offer';
import { choiceName } from '../../../domain/text/fields/choice-names';
import { fieldHelp } from '../../../domain/text/fields/field-help';
import { fieldLabel } from '../../../domain/text/fields/offer-fields';
import { requirePagePermission } from '../../access/access';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { offerPage } from '../../offers/offer-key';
import type { Word } from '../../words/all-words';
import { type Words, wordsIn } from '../../words/words';
import { readForm } from '../forms';
import { Layout } from '../layout';
import { notFoundPage } from '../page-offer';

/** `/publishers/:publisherId/offers/new`: asks who the offer is; everything else is the Editor's. */
export function newOfferRoutes(deps: AppDeps): Hono {
  return new Hono()
    .use('/new', requirePagePermission('edit'))
    .get('/new', (context) => newOfferPage(context, { offerId: '', displayText: '' }))
    .post('/new', (context) => create(deps, context));
}

async function create({ catalogue }: AppDeps, context: Context): Promise<Response> {
  const { offerId = '', displayText = '', offerType: chosen = '' } = await readForm(context);
  const [offerType, kindName] = chosen.split('/');
  const kind = stagedKinds.find((each) => each === kindName);
  const publisherId = context.req.param('publisherId');
  if (!isId(publisherId)) return notFoundPage(context);
  const typed = { offerId: offerId.slice(0, 100), displayText: displayText.slice(0, 200) };
  if (!isId(offerId) || !isOfferTypeId(offerType)) {
    return newOfferPage(context, { ...typed, problem: 'new.badId' }, 422);
  }
  const draft = draftTemplate(formOf(offerType, kind), {
    kind,
    publisherId,
    offerId,
    offerType,
    ...(typed.displayText === '' ? {} : { displayText: typed.displayText }),
  });
  const offer = { publisherId, offerId };
  const { actor } = identityOf(context);
  const saved = await catalogue.offers.saveDraft(offer, draft, { actor, ifMatch: null });
  return saved.kind === 'saved'
    ? context.redirect(offerPage(offer, 'editor'), 303)
    : newOfferPage(context, { ...typed, problem: 'new.taken' }, 409);
}

type Typed = { readonly offerId: string; readonly displayText: string; readonly problem?: Word };

async function newOfferPage(
  context: Context,
  typed: Typed,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const publisherId = context.req.param('publisherId');
  if (!isId(publisherId)) return notFoundPage(context);
  const words = wordsIn(languageOf(context));
  return context.html(<NewOfferPage publisherId={publisherId} typed={typed} words={words} />, status);
}

type NewOfferPageProps = { readonly publisherId: string; readonly typed: Typed; readonly words: Words };

const NewOfferPage: FC<NewOfferPageProps> = ({ publisherId, typed, words }) => {
  const { say, language } = words;
  const isWrong = typed.problem !== undefined;
  return (
    <Layout title={say('new.title')} words={words}>
      <nav class="crumbs" aria-label={say('allOffers')}>
        <a href="/">{say('allOffers')}</a> <span class="quiet">/ {publisherId}</span>
      </nav>
      <h1>{say('new.title')}</h1>
      <form class="card narrow" method="post" action={`/publishers/${publisherId}/offers/new`}>
        <label for="offerType">{fieldLabel('offerTypeId', language)}</label>
        <select id="offerType" name="offerType">
          {offerTypeIds.flatMap((offerType) =>
            offerType === 'staged-offer'
              ? stagedKinds.map((kind) => (
                  <option value={`${offerType}/${kind}`}>{stagedName(kind, words)}</option>
                ))
              : [<option value={offerType}>{say(`offerType.${offerType}`)}</option>],
          )}
        </select>
        <label for="offerId">{fieldLabel('id', language)}</label>
        <input
          id="offerId"
          name="offerId"
          value={typed.offerId}
          required
          autocomplete="off"
          autocapitalize="none"
          aria-describedby={isWrong ? 'offerId-problem' : 'offerId-help'}
          aria-invalid={isWrong ? 'true' : undefined}
        />
        {typed.problem === undefined ? (
          <p class="help" id="offerId-help">
            {fieldHelp('id', language)}
          </p>
        ) : (
          <p class="error" id="offerId-problem" role="alert">
            {say(typed.problem)}
          </p>
        )}
        <label for="displayText">{fieldLabel('displayText', language)}</label>
        <input id="displayText" name="displayText" value={typed.displayText} autocomplete="off" />
        <p class="help">{fieldHelp('displayText', language)}</p>
        <div class="button-row">
          <button type="submit" class="main">
            {say('new.create')}
          </button>
          <a class="button" href="/">
            {say('allOffers')}
          </a>
        </div>
      </form>
    </Layout>
  );
};

const stagedName = (kind: StagedKind, { say, language }: Words): string =>
  `${say('offerType.staged-offer')}: ${choiceName('kind', kind, language)}`;
