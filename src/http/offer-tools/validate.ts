import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { judge } from '../../domain/certification/finding';
import { kindOf } from '../../domain/offer/kind';
import { sortedIntoParts } from '../../domain/offer/staged/walkthrough';
import { dryRun, estimatedSeconds } from '../../domain/publication/dry-run';
import { pipelineOf } from '../../domain/publication/pipelines';
import { termsOf } from '../../domain/publication/terms';
import { stepName } from '../../domain/text/labels';
import type { Language } from '../../domain/text/language';
import type { OfferRecord } from '../../services/ports';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { findingDetails } from '../publication/finding-details';
import { languageOf } from '../language';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { languageQuery, offerParams } from '../openapi/params-schema';
import { validateDraft } from '../offers/validate-draft';
import { knownPackage } from './known-package';
import { lookAtArtefacts } from './known-work';
import { noSuchOffer } from './no-such-offer';
import { validateAnswer } from './validate-schema';
import { toldCheck } from './walkthrough';

const route = createRoute({
  method: 'post',
  path: '/publishers/{publisherId}/offers/{offerId}/validate',
  operationId: 'validateOffer',
  tags: ['Offers'],
  summary: 'A dry run: what publishing the draft would find and do',
  description:
    'Every finding, also of what the disks’ addresses answer; the steps that would run; what would be reused; how long steps took before, with the documented estimate beside it. Starts nothing, stores nothing.',
  middleware: [requirePermission('edit')] as const,
  request: { params: offerParams, query: languageQuery },
  responses: {
    ...problems(),
    200: json('What would happen, whether it can be published or not.', validateAnswer),
  },
});

/** `POST .../validate` */
export const validateRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const offer = await deps.catalogue.offers.find(context.req.valid('param'));
    if (offer === undefined) return noSuchOffer(context, context.req.valid('param'));
    return context.json(await foreseen(deps, offer, languageOf(context)), 200);
  });

async function foreseen(
  deps: AppDeps,
  offer: OfferRecord,
  language: Language,
): Promise<z.input<typeof validateAnswer>> {
  const { offers, stepHistory } = deps.catalogue;
  const found = await validateDraft(deps, offer);
  const isValid = judge(found) !== 'failed';
  const document = await offers.revealSecrets(offer, offer.draft);
  const looks = await lookAtArtefacts(deps, offer, document);
  const artefacts = looks.map(({ artefact }) => artefact);
  const findings = [...found, ...looks.flatMap((look) => look.findings)];
  const packageDigest = await knownPackage(deps, offer, { document, artefacts });
  const pipeline = pipelineOf(offer.offerType, kindOf(offer.draft));
  const steps =
    pipeline === undefined
      ? []
      : dryRun({
          pipeline,
          isValid,
          artefacts,
          regions: deps.regions.map(({ name }) => name),
          ...(packageDigest === undefined ? {} : { packageDigest }),
          history: await stepHistory.of(offer.offerType),
        });
  return {
    publisherId: offer.publisherId,
    offerId: offer.offerId,
    etag: offer.etag,
    canBePublished: judge(findings) !== 'failed',
    findings: [...findingDetails(findings, language)],
    artefacts: looks.map(({ artefact: { artefactId }, source }) => ({ artefactId, source })),
    steps: steps.map(({ reused, ...step }) => ({
      ...step,
      reused: [...reused],
      name: stepName(step.stepId, language),
    })),
    ...(termsOf(offer.offerType) === 'staging'
      ? { walkthrough: sortedIntoParts(found).map((check) => toldCheck(check, language)) }
      : {}),
    estimatedSeconds: estimatedSeconds(steps),
  };
}
