import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { OfferKey } from '../../domain/offer/ids';
import type { CertificationRecord } from '../../services/ports';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { envelopeAnswer, reportParams } from './report-schema';

const mediaType = 'application/vnd.dsse.envelope.v1+json';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/operations/{operationId}/certification-report',
  operationId: 'getCertificationReport',
  tags: ['Certification'],
  summary: 'The signed certification report of a publication',
  description:
    'A DSSE envelope, exactly as it was signed; `offer verify` checks it offline with a key of `/keys`. There is one as soon as everything the publication brought has been judged, also when it failed.',
  middleware: [requirePermission('read')] as const,
  request: { params: reportParams },
  responses: {
    200: { description: 'The envelope.', content: { [mediaType]: { schema: envelopeAnswer } } },
    ...problems(),
  },
});

/** `GET .../operations/{id}/certification-report` */
export const certificationReportRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const { operationId, ...offer } = context.req.valid('param');
    const record = await reportOf(deps, offer, operationId);
    if (record === undefined) {
      const detail = `There is no certification report of ${operationId.slice(0, 100)} (yet): see the status of ${offer.publisherId}/${offer.offerId}.`;
      return problem(context, { code: 'NotFound', detail });
    }
    const content = await deps.staging.read(`reports/${record.digest}`, 0, record.bytes);
    return context.body(new Uint8Array(content), 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName(record)}"`,
    });
  });

/** By any operation of the publication; a start from elsewhere has none, and is named by its own id. */
async function reportOf(
  { catalogue }: AppDeps,
  offer: OfferKey,
  operationId: string,
): Promise<CertificationRecord | undefined> {
  const id = operationId.toLowerCase();
  const operation = await catalogue.operations.find(offer, id);
  const record = await catalogue.certifications.find(operation?.publicationId ?? operationId);
  const isOfOffer = record?.publisherId === offer.publisherId && record.offerId === offer.offerId;
  return isOfOffer ? record : undefined;
}

const fileName = ({ publisherId, offerId, offerVersion }: CertificationRecord): string =>
  `${publisherId}-${offerId}-${offerVersion}-certification.json`;
