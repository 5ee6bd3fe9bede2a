import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { type NamespaceFault, namespaceFault } from '../../client/namespace-fault';
import { errorText } from '../../domain/text/error-text';

/**
 * A server that is not ours to start: asked once, by the settings the worker will use. Returns their namespace, or throws
 * what to do.
 */
export async function outsideTemporalAnswers(address: string): Promise<string> {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({ disableFile: true });
  let connection: Connection | undefined;
  let fault: NamespaceFault | undefined;
  try {
    connection = await Connection.connect({ ...connectionOptions, connectTimeout: 10_000 });
    await connection.workflowService.describeNamespace({ namespace });
    fault = await namespaceFault(new Client({ connection, namespace }));
  } catch (error) {
    const reason = errorText(error);
    throw new Error(
      `The Temporal server at TEMPORAL_ADDRESS=${address} does not answer for namespace ${namespace}: ${reason}. ` +
        'Correct the TEMPORAL_* variables, or unset them to use the embedded server.',
      { cause: error },
    );
  } finally {
    await connection?.close();
  }
  if (fault !== undefined)
    throw new Error(
      `The Temporal server at TEMPORAL_ADDRESS=${address} is not ready for publications: ${fault.why}.\n${fault.fix}`,
    );
  return namespace;
}
