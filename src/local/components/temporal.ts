import { Connection } from '@temporalio/client';
import { wantedAttributes } from '../../client/namespace-fault';
import type { Component } from '../component';
import { flags } from '../process/flags';

/**
 * The development server has one history shard that polls its queues 20 times a second: with little load each hop
 * waits for the next tick. Raised, and with eager activities, a publication needs a fifth of the time.
 */
const tuning = [
  'history.transferProcessorMaxPollRPS=2000',
  'history.timerProcessorMaxPollRPS=2000',
  'history.visibilityProcessorMaxPollRPS=2000',
  'system.enableActivityEagerExecution=true',
  // The doctor names runs that cannot go on: after a few seconds, not a minute.
  'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2',
];

/** A Temporal development server. With a file its runs outlive it: WAL, and an fsync for each commit. */
export function temporalComponent(server: {
  readonly executable: string;
  readonly port: number;
  /** Without one there is no web UI. */
  readonly uiPort?: number;
  /** Without one everything is kept in memory. */
  readonly databaseFile?: string;
}): Component {
  const address = `127.0.0.1:${server.port}`;
  const durable =
    server.databaseFile === undefined
      ? []
      : flags({
          'db-filename': server.databaseFile,
          'sqlite-pragma': ['journal_mode=wal', 'synchronous=2'],
        });
  return {
    name: 'temporal',
    address,
    ports: server.uiPort === undefined ? [server.port] : [server.port, server.uiPort],
    command: {
      file: server.executable,
      args: [
        'server',
        'start-dev',
        ...flags({ ip: '127.0.0.1', port: server.port, 'log-level': 'warn' }),
        ...flags(server.uiPort === undefined ? { headless: true } : { 'ui-port': server.uiPort }),
        ...durable,
        ...flags({ 'dynamic-config-value': tuning }),
        ...flags({ 'search-attribute': wantedAttributes.map(({ name, type }) => `${name}=${type}`) }),
      ],
    },
    answers: () => temporalAnswers(address),
  };
}

/** Throws unless the server describes its namespace. */
export async function temporalAnswers(address: string, namespace = 'default'): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } finally {
    await connection.close();
  }
}
