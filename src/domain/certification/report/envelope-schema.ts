import { z } from 'zod';

/** A DSSE envelope (protocol 1.0): `payload` and `sig` are base64. */
export const envelopeSchema = z.object({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.object({ keyid: z.string().optional(), sig: z.string() })).min(1),
});

export type Envelope = z.infer<typeof envelopeSchema>;
