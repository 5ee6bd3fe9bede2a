import { type Context, Hono } from 'hono';
import { requirePagePermission } from '../../access/access';
import type { AppDeps } from '../../deps';
import { requireDraftEditor } from '../../access/draft-editor';
import { offerPage } from '../../offers/offer-key';
import { forPageOffer } from '../page-offer';
import { conflictRoutes } from './conflict-routes';
import { saveForm } from './save-form';
import { jsonRoutes } from './json-routes';
import { newOfferRoutes } from './new-offer';
import { publishRoutes } from './publish-routes';
import { editorPage } from './show-editor';

/** Everything below `/publishers/:publisherId/offers` that edits a draft. */
export function editorRoutes(deps: AppDeps): Hono {
  const offer = '/:offerId';
  return new Hono()
    .route('/', newOfferRoutes(deps))
    .get(
      `${offer}/editor`,
      forPageOffer(deps, (context, found) => editorPage(deps, context, { offer: found })),
    )
    .get(`${offer}/edit`, toEditor)
    .on('POST', `${offer}/editor/publish`, requirePagePermission('publish'))
    .on('POST', [`${offer}/editor`, `${offer}/editor/*`], requireDraftEditor(deps))
    .post(
      `${offer}/editor`,
      forPageOffer(deps, (context, found) => saveForm(deps, context, found)),
    )
    .route(`${offer}/editor`, publishRoutes(deps))
    .route(`${offer}/editor`, jsonRoutes(deps))
    .route(`${offer}/editor`, conflictRoutes(deps));
}

function toEditor(context: Context): Response {
  const { publisherId = '', offerId = '' } = context.req.param() as Partial<Record<string, string>>;
  return context.redirect(offerPage({ publisherId, offerId }, 'editor'), 301);
}
