import { z } from '@hono/zod-openapi';
import { offerParams } from '../openapi/params-schema';

export const reportParams = offerParams.extend({
  operationId: z
    .string()
    .min(1)
    .max(200)
    .openapi({ description: 'Of the publish operation: the id of its publication.' }),
});

export const envelopeAnswer = z
  .strictObject({
    payloadType: z.literal('application/vnd.offer-publication.certification-report+json'),
    payload: z.string().openapi({ description: 'The report, base64 of canonical JSON.' }),
    signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.string() })),
  })
  .openapi('CertificationReportEnvelope');
