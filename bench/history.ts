import { historyFigures } from '../test/support/history-figures';
import type { Bench } from './figures';
import { goLive, openGround } from './ground';

export const history: Bench = {
  summary: 'events, Actions and bytes of one virtual machine publication to 4 regions, and of the floor',
  bars: [
    { key: 'publicationEvents', atMost: 110 },
    { key: 'publicationActions', atMost: 32 },
    { key: 'publicationHistoryBytes', atMost: 24 * 1024 },
    { key: 'publicationLargestPayloadBytes', atMost: 2048 },
    // 4 to begin, 9 activities in a row of 6, 4 at once of 3 with 1 to 4 tasks of 3 between them, 4 for the signal, 1 to end.
    { key: 'floorEvents', atLeast: 78, atMost: 87 },
  ],
  async run() {
    const ground = await openGround();
    const stop = await ground.startWorkers();
    const figures: Record<string, number> = {};
    for (const shape of ['publication', 'floor'] as const) {
      const handle = await ground.parked(shape);
      await goLive(handle);
      const { events, actions, historyBytes, largestPayloadBytes } = await historyFigures(handle);
      figures[`${shape}Events`] = events;
      figures[`${shape}Actions`] = actions;
      figures[`${shape}HistoryBytes`] = historyBytes;
      figures[`${shape}LargestPayloadBytes`] = largestPayloadBytes;
    }
    await stop();
    await ground.close();
    const ratio = (figure: string): number =>
      (figures[`publication${figure}`] ?? Number.NaN) / (figures[`floor${figure}`] ?? Number.NaN);
    return {
      ...figures,
      ratioEvents: ratio('Events'),
      ratioActions: ratio('Actions'),
      ratioHistoryBytes: ratio('HistoryBytes'),
    };
  },
};
