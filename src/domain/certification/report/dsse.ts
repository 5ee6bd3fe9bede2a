import { canonicalJson } from '../../product-page/canonical-json';
import type { Envelope } from './envelope-schema';
import type { CertificationReport } from './report-schema';

export const reportPayloadType = 'application/vnd.offer-publication.certification-report+json';

/** Signs bytes; `value` is base64. */
export type SignBytes = (bytes: Uint8Array) => { readonly keyId: string; readonly value: string };

/** One text for one report under one key, so that its digest is its name. Ends with a line feed. */
export function sealReport(report: CertificationReport, sign: SignBytes): string {
  const payload = new TextEncoder().encode(canonicalJson(report));
  const { keyId, value } = sign(preAuthEncoding(reportPayloadType, payload));
  const envelope: Envelope = {
    payloadType: reportPayloadType,
    payload: toBase64(payload),
    signatures: [{ keyid: keyId, sig: value }],
  };
  return `${JSON.stringify(envelope)}\n`;
}

/** PAE of the DSSE protocol: what is signed says where each part ends, so that no other parts give the same bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const head = encoder.encode(
    `DSSEv1 ${encoder.encode(payloadType).length} ${payloadType} ${payload.length} `,
  );
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** Standard or URL-safe, with or without padding, as the protocol allows; undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
