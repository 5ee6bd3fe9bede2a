import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { leadTable } from '../../../src/services/lead-destinations/azure-table';
import type { Invariant } from './invariant';
import { testStack } from '../stack';
import { loggedPublications } from './logged-publications';

/** A publication that says it has registered a test lead has left exactly one (I5). */
export const everyLeadArrives: Invariant = async (system) => {
  const registered = (await loggedPublications(system)).filter(({ events }) =>
    events.some((event) => event.kind === 'messageAdded' && event.message.code === 'lead.registered'),
  );
  const found = await Promise.all(registered.map(({ publicationId }) => leadFaults(publicationId)));
  return found.flat();
};

/** The publisher's table, past every adapter of ours; the key of a row begins with the publication's id. */
export function leadRows(): TableClient {
  const { storage } = testStack();
  const credential = new AzureNamedKeyCredential('publisher', storage.accountKey('publisher'));
  return new TableClient(storage.tableUrl('publisher'), leadTable, credential, {
    allowInsecureConnection: true,
  });
}

async function leadFaults(publicationId: string): Promise<readonly string[]> {
  const tokens: string[] = [];
  for await (const { rowKey = '' } of leadRows().listEntities()) {
    if (rowKey.startsWith(publicationId)) tokens.push(rowKey);
  }
  return tokens.length === 1 ? [] : [`I5 ${publicationId} has ${tokens.length} test leads`];
}
