import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { wantedAttributes } from '../../src/client/namespace-fault';
import { until } from './until';

export type OwnNamespace = {
  readonly namespace: string;
  readonly temporal: Client;
  readonly close: () => Promise<void>;
};

const { INDEXED_VALUE_TYPE_KEYWORD: keyword } = temporal.api.enums.v1.IndexedValueType;

/** A namespace of the caller's own, so that its workers can poll the product's own task queues. */
export async function ownNamespace(
  address: string,
  namespace = `faults-${randomUUID().slice(0, 8)}`,
): Promise<OwnNamespace> {
  const own = await bareNamespace(address, namespace);
  await until('the new namespace takes search attributes', async () => {
    const searchAttributes = Object.fromEntries(wantedAttributes.map(({ name }) => [name, keyword]));
    await own.temporal.connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    return true;
  });
  await until('runs can be found by its search attributes', async () => {
    await own.temporal.workflow.count(wantedAttributes.map(({ name }) => `${name} = 'none'`).join(' and '));
    return true;
  });
  return own;
}

/** As somebody has it who knows nothing of publications: without search attributes. */
export async function bareNamespace(
  address: string,
  namespace = `bare-${randomUUID().slice(0, 8)}`,
): Promise<OwnNamespace> {
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await until('the new namespace is known', async () => {
    await connection.workflowService.describeNamespace({ namespace });
    return connection.operatorService.listSearchAttributes({ namespace });
  });
  return { namespace, temporal: new Client({ connection, namespace }), close: () => connection.close() };
}
