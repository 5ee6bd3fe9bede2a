import { fromBase64, preAuthEncoding, reportPayloadType } from './dsse';
import { type Envelope, envelopeSchema } from './envelope-schema';
import { type CertificationReport, reportSchema } from './report-schema';

/** The id of the key at hand that made this signature over `bytes`; crypto comes from outside. */
export type SignerOf = (bytes: Uint8Array, signature: Uint8Array) => string | undefined;

/** A text that may be a report: its form is right, and who signed it is still to be found out. */
export type SealedReport = {
  readonly kind: 'sealed';
  readonly envelope: Envelope;
  readonly payload: Uint8Array;
};

export type MalformedReport = { readonly kind: 'malformed'; readonly why: string };

export type CheckedReport =
  | MalformedReport
  /** Changed since it was signed, or signed by somebody else: nothing in it counts. */
  | { readonly kind: 'notSigned'; readonly keyIds: readonly string[] }
  | {
      readonly kind: 'genuine';
      readonly report: CertificationReport;
      readonly keyId: string;
      /** Something would be judged differently by now. */
      readonly isExpired: boolean;
    };

/** Whether this can be a report at all; no key is needed to say so. */
export function openReport(text: string): SealedReport | MalformedReport {
  const envelope = readEnvelope(text);
  if (typeof envelope === 'string') return { kind: 'malformed', why: envelope };
  const payload = fromBase64(envelope.payload);
  if (payload === undefined) return { kind: 'malformed', why: 'its payload is not base64' };
  return { kind: 'sealed', envelope, payload };
}

/** The signature comes first: nothing of an unsigned payload is read. */
export function checkReport(
  { envelope, payload }: SealedReport,
  signerOf: SignerOf,
  now: Date,
): CheckedReport {
  const keyId = signerIn(envelope, payload, signerOf);
  if (keyId === undefined) {
    const keyIds = envelope.signatures.flatMap(({ keyid }) => (keyid === undefined ? [] : [keyid]));
    return { kind: 'notSigned', keyIds };
  }
  const report = reportSchema.safeParse(jsonOf(payload));
  if (!report.success) return { kind: 'malformed', why: 'it is signed, but no report of a kind known here' };
  const { validUntil } = report.data;
  const isExpired = validUntil !== null && Date.parse(validUntil) <= now.getTime();
  return { kind: 'genuine', report: report.data, keyId, isExpired };
}

function readEnvelope(text: string): Envelope | string {
  const envelope = envelopeSchema.safeParse(parsed(text));
  if (!envelope.success) return 'it is no DSSE envelope (JSON with payloadType, payload and signatures)';
  const { payloadType } = envelope.data;
  return payloadType === reportPayloadType
    ? envelope.data
    : `its payload is of another type (${payloadType.slice(0, 100)})`;
}

/** The key ids in an envelope are hints that nobody signed: who signed is who can be shown to have. */
function signerIn(
  { payloadType, signatures }: Envelope,
  payload: Uint8Array,
  signerOf: SignerOf,
): string | undefined {
  const bytes = preAuthEncoding(payloadType, payload);
  for (const { sig } of signatures) {
    const value = fromBase64(sig);
    const keyId = value && signerOf(bytes, value);
    if (keyId !== undefined) return keyId;
  }
  return undefined;
}

const jsonOf = (bytes: Uint8Array): unknown => parsed(new TextDecoder().decode(bytes));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
