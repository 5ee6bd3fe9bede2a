import {
  type BlobRequestConditions,
  type ContainerClient,
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import type { AccountConfig } from '../../config';
import { BlobStoreError, explainFailure } from './blob-store-error';
import { unlessAborted, withDeadline } from './deadline';

/** Everything of ours lies in one container of each account; publishers' files lie in containers of their own. */
export const ownContainer = 'artefacts';

export type CallLimits = {
  /** For one call with all its retries. */
  readonly deadlineMs: number;
  /** Before the first retry; it doubles, four tries in all. */
  readonly retryDelayMs: number;
};

/** A call carries up to 4 MiB: this gives up on anything below 70 KB/s. */
export const patientLimits: CallLimits = { deadlineMs: 60_000, retryDelayMs: 250 };

export type RequestOptions = {
  readonly abortSignal: AbortSignal;
  readonly conditions?: BlobRequestConditions;
};

/**
 * Runs one call against the account's container. `doing` completes "refused to ..." in the error's text. Stops at the
 * caller's signal, with its reason.
 */
export type AccountCall = <T>(
  doing: string,
  call: (container: ContainerClient, options: RequestOptions) => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

export function openAccount(account: AccountConfig, limits: CallLimits, containerName: string): AccountCall {
  const { name, url, credential } = account;
  const retryOptions = { maxTries: 4, retryDelayInMs: limits.retryDelayMs, maxRetryDelayInMs: 4_000 };
  const key = new StorageSharedKeyCredential(credential.accountName, credential.accountKey);
  const container = new BlobServiceClient(url, key, { retryOptions }).getContainerClient(containerName);
  let created: Promise<unknown> | undefined;

  const create = async (): Promise<void> => {
    try {
      // Two processes may both come first: the service keeps one container and tells the other that it is there.
      await container.createIfNotExists({ abortSignal: AbortSignal.timeout(limits.deadlineMs) });
    } catch (error) {
      created = undefined;
      throw error;
    }
  };

  return async (doing, call, signal) => {
    try {
      return await withDeadline(limits.deadlineMs, signal, async (abortSignal) => {
        await unlessAborted((created ??= create()), abortSignal);
        return call(container, { abortSignal });
      });
    } catch (error) {
      signal?.throwIfAborted();
      const failure = explainFailure(name, doing, error);
      if (failure instanceof BlobStoreError && failure.code === 'ContainerNotFound') created = undefined;
      throw failure;
    }
  };
}
