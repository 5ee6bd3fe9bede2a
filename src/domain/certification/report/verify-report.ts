import { fromBase64, preAuthEncoding, reportPayloadType } from './dsse';
import { type Envelope, envelopeSchema } from './envelope-schema';
import { type CertificationReport, reportSchema } from './report-schema';

/** Whether `signature` over `bytes` is one of the keys at hand; crypto comes from outside. */
export type IsSigned = (
  bytes: Uint8Array,
  signature: { readonly keyId: string | undefined; readonly value: Uint8Array },
) => boolean;

export type CheckedReport =
  | { readonly kind: 'malformed'; readonly why: string }
  /** Changed since it was signed, or signed by somebody else: nothing in it counts. */
  | { readonly kind: 'notSigned'; readonly keyIds: readonly string[] }
  | {
      readonly kind: 'genuine';
      readonly report: CertificationReport;
      readonly keyId: string;
      /** Something would be judged differently by now. */
      readonly isExpired: boolean;
    };

/** Checks a stored envelope. The signature comes first: nothing of an unsigned payload is read. */
export function checkReport(text: string, isSigned: IsSigned, now: Date): CheckedReport {
  const envelope = readEnvelope(text);
  if (typeof envelope === 'string') return { kind: 'malformed', why: envelope };
  const payload = fromBase64(envelope.payload);
  if (payload === undefined) return { kind: 'malformed', why: 'its payload is not base64' };
  const signature = goodSignature(envelope, payload, isSigned);
  if (signature === undefined) {
    const keyIds = envelope.signatures.flatMap(({ keyid }) => (keyid === undefined ? [] : [keyid]));
    return { kind: 'notSigned', keyIds };
  }
  const report = reportSchema.safeParse(jsonOf(payload));
  if (!report.success) return { kind: 'malformed', why: 'it is signed, but no report of a kind known here' };
  const { validUntil } = report.data;
  const isExpired = validUntil !== null && Date.parse(validUntil) <= now.getTime();
  return { kind: 'genuine', report: report.data, keyId: signature.keyid ?? '', isExpired };
}

function readEnvelope(text: string): Envelope | string {
  const envelope = envelopeSchema.safeParse(parsed(text));
  if (!envelope.success) return 'it is no DSSE envelope (JSON with payloadType, payload and signatures)';
  const { payloadType } = envelope.data;
  return payloadType === reportPayloadType
    ? envelope.data
    : `its payload is of another type (${payloadType.slice(0, 100)})`;
}

function goodSignature(
  { payloadType, signatures }: Envelope,
  payload: Uint8Array,
  isSigned: IsSigned,
): Envelope['signatures'][number] | undefined {
  const bytes = preAuthEncoding(payloadType, payload);
  return signatures.find(({ keyid, sig }) => {
    const value = fromBase64(sig);
    return value !== undefined && isSigned(bytes, { keyId: keyid, value });
  });
}

const jsonOf = (bytes: Uint8Array): unknown => parsed(new TextDecoder().decode(bytes));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
