import { activityInfo, log } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { publicationInLogs } from '../../src/worker/publication-in-logs';

let entries: LogEntry[];

beforeEach(() => {
  entries = [];
});

const environment = () =>
  new MockActivityEnvironment(
    {},
    {
      interceptors: [publicationInLogs],
      logger: new DefaultLogger('INFO', (entry) => entries.push(entry)),
    },
  );

it('every line of an activity names its publication', async () => {
  const copy = async (_input: { publicationId: string }): Promise<void> => log.info('copied');

  await environment().run(copy, { publicationId: 'publication-1' });

  expect(entries.map(({ meta }) => meta)).toEqual([
    expect.objectContaining({ publicationId: 'publication-1', activityType: expect.any(String) }),
  ]);
});

it('the SDK’s own line about a failure names it too', async () => {
  const fail = (_input: { publicationId: string }): Promise<void> => Promise.reject(new Error('away'));

  await expect(environment().run(fail, { publicationId: 'publication-1' })).rejects.toThrow('away');

  expect(entries).toMatchObject([{ level: 'WARN', meta: { publicationId: 'publication-1' } }]);
});

it.each([undefined, 'text', { publicationId: 7 }])('an activity about none says none: %j', async (input) => {
  const idle = async (_input: unknown): Promise<string> => {
    log.info('idle');
    return activityInfo().activityType;
  };

  await environment().run(idle, input);

  expect(entries[0]?.meta).not.toHaveProperty('publicationId');
});
