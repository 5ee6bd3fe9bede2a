import { type Context, Hono } from 'hono';
import { readableChange } from '../../../domain/text/change';
import type { Language } from '../../../domain/text/language';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { titleOf } from '../../offers/offer-title';
import { compareDocuments } from '../../offer-tools/compare';
import { wordsIn } from '../../words/words';
import { forPageOffer } from '../page-offer';
import { ComparePage } from './compare-page';
import { type ComparedSlot, comparedSlots, type CompareView } from './view';

/** `/compare?from=Production&to=Draft` */
export function comparePageRoutes(deps: AppDeps): Hono {
  return new Hono().get(
    '/compare',
    forPageOffer(deps, (context, offer) => compare(deps, context, offer)),
  );
}

async function compare(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const { previewVersion, productionVersion } = offer;
  const live: ComparedSlot = productionVersion === null && previewVersion !== null ? 'Preview' : 'Production';
  const from = slotIn(context.req.query('from')) ?? live;
  const to = slotIn(context.req.query('to')) ?? 'Draft';
  const language = languageOf(context);
  const view: CompareView = {
    offer,
    title: titleOf(offer),
    from,
    to,
    versions: { Preview: previewVersion, Production: productionVersion },
    compared: await compared(deps, offer, { from, to, language }),
  };
  return context.html(<ComparePage view={view} words={wordsIn(language)} />);
}

type Asked = { readonly from: ComparedSlot; readonly to: ComparedSlot; readonly language: Language };

async function compared(
  deps: AppDeps,
  offer: OfferRecord,
  { from, to, language }: Asked,
): Promise<CompareView['compared']> {
  const comparison = await compareDocuments(deps, offer, { from, to });
  if (comparison.kind === 'nothingThere') {
    return { kind: 'nothingThere', slot: comparison.side === from ? from : to };
  }
  const changes = comparison.changes.map((change) => readableChange(change, language));
  return { kind: 'changes', changes };
}

const slotIn = (asked: string | undefined): ComparedSlot | undefined =>
  comparedSlots.find((slot) => slot === asked);
