import { progressLines } from '../../src/local/journey/progress-lines';
import type { ItemProgress } from '../../src/services/ports';
import { story } from './journey-story';

const item = (region: string, rest: Partial<ItemProgress>): ItemProgress => ({
  item: `replicate.${region}`,
  doneBytes: 30 * 1024 * 1024,
  totalBytes: 120 * 1024 * 1024,
  bytesPerSecond: 0,
  state: 'running',
  updatedAt: '2030-01-31T09:00:00.000Z',
  ...rest,
});

it('shows each region with its bytes, rate and time left', () => {
  const [answer] = story().slice(-1);
  const progress = [
    item('westeurope', { bytesPerSecond: 10 * 1024 * 1024 }),
    item('eastus', { doneBytes: 120 * 1024 * 1024, state: 'done' }),
    item('brazilsouth', {}),
  ];

  const lines = progressLines({ ...answer!, progress }, 'displayprovision');

  expect(lines).toEqual([
    'westeurope       30 MiB of 120 MiB, 10 MiB/s, 9 sec left',
    'eastus           120 MiB of 120 MiB, done',
    'brazilsouth      30 MiB of 120 MiB',
  ]);
});

it('shows the newest message of a step without bytes, and nothing of other steps', () => {
  const message = { code: 'signOff.waiting', params: {} };
  const [answer] = story({
    kind: 'messageAdded',
    step: 'publisher-signoff',
    level: 'information',
    message,
  }).slice(-1);

  const lines = [progressLines(answer!, 'publisher-signoff'), progressLines(answer!, 'live')];

  expect(lines).toEqual([[expect.stringMatching(/\w/)], []]);
});
