import { AzureNamedKeyCredential, RestError, TableClient } from '@azure/data-tables';
import { leadRow } from '../../domain/lead/lead-shapes';
import { readTableConnection, type TableConnection } from '../../domain/lead/table-connection';
import { classOf, OutsideAnswerError, shownAnswer } from '../outbound-answer';
import type { LeadAnswer } from '../ports';
import type { Parcel } from './parcel';

/** Made in the publisher's account when it is not there. The vendor's documents leave the name open. */
export const leadTable = 'marketplaceleads';

const deadlineMs = 30_000;

/**
 * Writes the lead as one row whose key is the lead's: a retry writes the same row again. Where it goes is not a
 * stranger's choice: to Azure's own host for the account, or to an origin the operator trusts.
 */
export async function sendToAzureTable(
  trustedOrigins: readonly string[],
  configuration: { readonly storageAccountConnectionString: string },
  { lead, key, signal }: Parcel,
): Promise<LeadAnswer> {
  const read = readTableConnection(configuration.storageAccountConnectionString);
  if (read.kind === 'broken') return { kind: 'refused', answer: read.problem };
  const { connection } = read;
  if (connection.explicit && !isTrusted(connection.endpoint, trustedOrigins)) {
    return { kind: 'refused', answer: 'The TableEndpoint of the connection string is not one of Azure.' };
  }
  const table = new TableClient(connection.endpoint, leadTable, credentialOf(connection), {
    allowInsecureConnection: connection.endpoint.startsWith('http:'),
    redirectOptions: { maxRetries: 0 },
    // Temporal retries, with its own patience and in sight of the operator.
    retryOptions: { maxRetries: 0 },
  });
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const abortSignal = signal ? AbortSignal.any([signal, deadline]) : deadline;
    await writeRow(table, leadRow(lead, key), { abortSignal });
    return { kind: 'accepted' };
  } catch (error) {
    if (!deadline.aborted || signal?.aborted) return refusalOf(error, connection);
    throw new OutsideAnswerError(
      `The lead table of storage account ${connection.accountName} gave no answer in time.`,
    );
  }
}

async function writeRow(
  table: TableClient,
  row: ReturnType<typeof leadRow>,
  options: { readonly abortSignal: AbortSignal },
): Promise<void> {
  try {
    await table.upsertEntity(row, 'Replace', options);
  } catch (error) {
    if (!(error instanceof RestError) || codeOf(error) !== 'TableNotFound') throw error;
    await table.createTable(options);
    await table.upsertEntity(row, 'Replace', options);
  }
}

/** The client's own errors carry the request with all its headers: only status and code leave here. */
function refusalOf(error: unknown, { accountName, accountKey }: TableConnection): LeadAnswer {
  if (!(error instanceof RestError)) throw error;
  const { statusCode } = error;
  const told = `The lead table of storage account ${accountName}`;
  if (statusCode === undefined) throw new OutsideAnswerError(`${told} cannot be reached (${codeOf(error)}).`);
  const answer = shownAnswer(statusCode, codeOf(error), [accountKey]);
  if (classOf(statusCode) === 'final') return { kind: 'refused', answer };
  throw new OutsideAnswerError(`${told} answered ${answer}.`);
}

function codeOf({ code, details }: RestError): string {
  const odata = (details as { readonly odataError?: { readonly code?: unknown } } | undefined)?.odataError;
  return typeof odata?.code === 'string' ? odata.code : (code ?? '');
}

function credentialOf({ accountName, accountKey }: TableConnection): AzureNamedKeyCredential {
  return new AzureNamedKeyCredential(accountName, accountKey);
}

function isTrusted(endpoint: string, trustedOrigins: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { origin } = new URL(endpoint);
  return trustedOrigins.some((trusted) => URL.canParse(trusted) && new URL(trusted).origin === origin);
}
