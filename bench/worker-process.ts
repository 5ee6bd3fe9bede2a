import { activityInfo } from '@temporalio/activity';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { runWorkers, type WorkersAsked } from './workers';

/** `worker-process.ts ADDRESS WORKERS`: workers and nothing else, until their parent goes or says so; tells it who waits. */
async function main(address: string, asked: string): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  const announce = (): Promise<void> => {
    process.send?.(activityInfo().workflowExecution?.workflowId);
    return Promise.resolve();
  };
  const stop = await runWorkers({ connection, announce }, JSON.parse(asked) as WorkersAsked);
  process.once('disconnect', () => void stop().then(() => process.exit()));
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
