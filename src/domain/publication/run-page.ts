import { type OfferKey, workflowIdOf } from '../offer/ids';

/** Where the Temporal UI is, and the namespace of the runs. */
export type TemporalUi = { readonly url: string; readonly namespace: string };

/** The page of one run in the Temporal UI, for operators. */
export function runPageOf({ url, namespace }: TemporalUi, offer: OfferKey, runId: string): string {
  return `${url.replace(/\/+$/, '')}/namespaces/${namespace}/workflows/${workflowIdOf(offer)}/${runId}/history`;
}
