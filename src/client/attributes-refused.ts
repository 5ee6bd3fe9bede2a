import { isGrpcServiceError } from '@temporalio/client';

/** Nothing was started: the namespace lacks a search attribute of publications, or has it with another type. */
export class AttributesRefusedError extends Error {
  constructor(details: string, cause: unknown) {
    super(`The publication was not started. ${details} (docs/OPERATIONS.md, "Search attributes")`, { cause });
    this.name = 'AttributesRefusedError';
  }
}

/** Undefined for every other error of a start. */
export function attributesRefused(error: unknown): AttributesRefusedError | undefined {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!isGrpcServiceError(cause) || cause.code !== invalidArgument) return undefined;
  return words.test(cause.details) ? new AttributesRefusedError(cause.details, cause) : undefined;
}

/** gRPC status code: https://grpc.io/docs/guides/status-codes/ */
const invalidArgument = 3;
/** The server's own; it has no code for it. */
const words = /search attribute/i;
