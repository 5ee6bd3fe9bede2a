import { type Context, Hono } from 'hono';
import { privatePlansOf } from '../../domain/offer/private-plans';
import { planPrices } from '../../domain/product-page/plan-price';
import { storefrontPaths } from '../../domain/product-page/storefront-links';
import type { Storefront } from '../../domain/publication/pipeline';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { offerKeyIn } from '../offers/offer-key';
import { NoticePage } from '../pages/notice-page';
import { wordsIn } from '../words/words';
import { type Shown, isInStaging, liveIn, previewFor } from './access';
import { artefactRoutes } from './artefacts';
import { imageOf } from './images';
import { ProductPageView } from './product-page';
import { type Deploy, deployOf } from './read-links';
import { ReportPage } from './report-page';

/** What customers see: product pages, their pictures, reports and manifests; and the preview of the same. */
export function productRoutes(deps: AppDeps): Hono {
  const app = new Hono();
  for (const [storefront, path] of Object.entries(storefrontPaths) as [Storefront, string][]) {
    app.route(`/${path}/:publisherId/:offerId`, shownRoutes(deps, productionGate(deps, storefront)));
  }
  app.route('/preview/:publisherId/:offerId', shownRoutes(deps, previewGate(deps)));
  app.route('/artefacts', artefactRoutes(deps));
  return app.get('/keys', (context) => context.json({ keys: deps.signer.publicKeys() }));
}

type Visit = {
  readonly shown: Shown;
  readonly base: string;
  readonly query: string;
  readonly preview: boolean;
  /** In preview: who was let in. */
  readonly subscriptionId?: string;
};
type Gate = (context: Context) => Promise<Visit | Response>;

/** The same pages behind either gate, so that what is approved in preview is what customers see; private plans aside. */
function shownRoutes(deps: AppDeps, gate: Gate): Hono {
  const behindGate =
    (show: (context: Context, visit: Visit) => Response | Promise<Response>) =>
    async (context: Context): Promise<Response> => {
      const visit = await gate(context);
      return visit instanceof Response ? visit : show(context, visit);
    };
  return new Hono()
    .get(
      '/',
      behindGate((context, visit) => productPage(deps, context, visit)),
    )
    .get(
      '/images/:image{[0-9a-f]{64}\\.png}',
      behindGate((context, { shown }) => imageOf(deps, context, shown.content)),
    )
    .get(
      '/reports/:reportId',
      behindGate((context, visit) => reportPage(deps, context, visit)),
    )
    .get(
      '/manifest.json',
      behindGate((context, { shown: { signed } }) => {
        const { packageDigest, manifest, signature } = signed;
        return context.json({ packageDigest, manifest, signature });
      }),
    );
}

function productionGate(deps: AppDeps, storefront: Storefront): Gate {
  return async (context) => {
    const offer = offerKeyIn(context);
    const shown = offer === undefined ? undefined : await liveIn(deps, offer, storefront);
    if (offer === undefined || shown === undefined) return notHere(context);
    const base = `/${storefrontPaths[storefront]}/${offer.publisherId}/${offer.offerId}`;
    return { shown, base, query: '', preview: false };
  };
}

function previewGate(deps: AppDeps): Gate {
  return async (context) => {
    const offer = offerKeyIn(context);
    if (offer === undefined) return notHere(context);
    const token = context.req.query('token') ?? '';
    const access = await previewFor(deps, offer, token);
    switch (access.kind) {
      case 'allowed': {
        const base = `/preview/${offer.publisherId}/${offer.offerId}`;
        const query = `?token=${encodeURIComponent(token)}`;
        const { shown, subscriptionId } = access;
        return { shown, base, query, preview: true, subscriptionId };
      }
      case 'refused': {
        const words = wordsIn(languageOf(context));
        return context.html(
          <NoticePage words={words} title="previewRefused" help="previewRefusedHelp" />,
          403,
        );
      }
      case 'noPreview':
        return notHere(context);
    }
  };
}

async function productPage(deps: AppDeps, context: Context, visit: Visit): Promise<Response> {
  const { content, version } = visit.shown;
  const { publisherId } = content.page;
  const words = wordsIn(languageOf(context), version.offerType);
  // Not from the package: it holds content, not what it costs.
  const prices = planPrices(version.document);
  const [deploy, publisher] = await Promise.all([
    deployFor(deps, visit),
    deps.catalogue.publishers.find(publisherId),
  ]);
  const publisherName = publisher?.displayText ?? publisherId;
  const props = { content, visit, publisherName, deploy, prices, words };
  return context.html(<ProductPageView {...props} privatePlans={privatePlansOf(version.document)} />);
}

async function deployFor(deps: AppDeps, { shown, preview, subscriptionId }: Visit): Promise<Deploy> {
  return deployOf(deps, shown.content, {
    subscriptionId,
    isInStaging: preview && isInStaging(shown),
  });
}

async function reportPage({ catalogue }: AppDeps, context: Context, visit: Visit): Promise<Response> {
  const reportId = context.req.param('reportId') ?? '';
  const isOfPackage = visit.shown.content.manifest.artefacts.some(
    (artefact) => artefact.reportId === reportId,
  );
  const report = isOfPackage ? await catalogue.reports.find(reportId) : undefined;
  if (report === undefined) return notHere(context);
  return context.html(<ReportPage report={report} visit={visit} words={wordsIn(languageOf(context))} />);
}

function notHere(context: Context): Response | Promise<Response> {
  return context.html(
    <NoticePage words={wordsIn(languageOf(context))} title="notFound" help="notFoundHelp" />,
    404,
  );
}
