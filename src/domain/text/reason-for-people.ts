import { errorText } from './error-text';

/**
 * Errors of ours that are worded for people: they name who was asked for what. All others come from drivers and libraries,
 * and name our hosts and accounts.
 */
export const toldErrors = [
  'AzureDevOpsError',
  'BlobStoreError',
  'OutsideAnswerError',
  'ReplicaDiffers',
  'ReplicaSuperseded',
  'ReplicaUnderway',
  'SafeHttpError',
  'SourceRefused',
  'StorageBusy',
  'UnknownRegion',
] as const;

const told: ReadonlySet<unknown> = new Set(toldErrors);

/** What a publisher reads about a failure; empty where only an operator may read why. Inside a workflow an error has a `type`. */
export function reasonForPeople(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { type, name } = error as { readonly type?: unknown; readonly name?: unknown };
  return told.has(type ?? name) ? errorText(error) : '';
}
