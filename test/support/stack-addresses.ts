import type { PrebuiltBundle } from './workflow-bundle';

/** What crosses from the process that starts the servers to the tests, as JSON in `TEST_STACK`. */
export type StackAddresses = {
  readonly temporalAddress: string;
  readonly databaseUrl: string;
  /** Without an account: append `/<account>`. */
  readonly blobUrl: string;
  readonly tableUrl: string;
  readonly accountKeys: Readonly<Record<string, string>>;
  readonly smtpUrl: string;
  readonly inboxUrl: string;
  readonly workflowBundle?: PrebuiltBundle;
};
