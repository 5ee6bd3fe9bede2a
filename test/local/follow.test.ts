import { followSteps } from '../../src/local/journey/follow';
import { ApiRefusal } from '../../src/local/journey/offer-api';
import { plainView } from '../../src/local/journey/plain-view';
import { passes, stepIds, story, tell } from './journey-story';

let lines: string[];
const view = plainView(
  (line) => lines.push(line),
  () => 0,
);

beforeEach(() => {
  lines = [];
});

const untilSignOff = stepIds.slice(0, stepIds.indexOf('publisher-signoff'));
const atSignOff = [
  ...untilSignOff.flatMap(passes),
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
] as const;

it('shows one step after the other and stops where the publisher is asked', async () => {
  const told = tell(story(...atSignOff));
  const shown = new Set<string>();

  const stop = await followSteps({ ...told, view }, shown);

  expect(stop.kind).toBe('signOff');
  expect([...shown]).toEqual(untilSignOff);
  expect(lines.filter((line) => line.endsWith('...'))).toHaveLength(untilSignOff.length);
});

it('goes on after sign-off with what was not shown, to the end', async () => {
  const ending = [
    ...passes('publisher-signoff'),
    ...passes('live'),
    { kind: 'wentLive', links: [{ text: 'Azure Marketplace', uri: 'http://shop.example/p' }] },
    { kind: 'ended', outcome: 'live' },
  ] as const;
  const told = tell(story(...atSignOff, ...ending).slice(-ending.length));
  const shown = new Set(untilSignOff);

  const stop = await followSteps({ ...told, view }, shown);

  expect(stop).toMatchObject({ kind: 'ended', publication: { status: { outcome: 'live' } } });
  expect([...shown].slice(untilSignOff.length)).toEqual(['publisher-signoff', 'live']);
});

it('ends at a blocked step and does not wait for later ones', async () => {
  const facts = [
    ...passes('displaydummycertify'),
    { kind: 'stepChanged', step: 'displaycertify', status: 'blocked' },
    { kind: 'ended', outcome: 'failed' },
  ] as const;
  const told = tell(story(...facts));

  const stop = await followSteps({ ...told, view }, new Set());

  expect(stop.kind).toBe('ended');
  expect(lines.at(-1)).toBe('Certification ...');
});

it('shows nothing more when the publication was canceled at sign-off', async () => {
  const told = tell(story(...atSignOff, { kind: 'ended', outcome: 'canceled' }).slice(-1));

  const stop = await followSteps({ ...told, view }, new Set(untilSignOff));

  expect(stop).toMatchObject({ kind: 'ended', publication: { status: { outcome: 'canceled' } } });
  expect(lines).toEqual([]);
});

it('asks again while the API is being restarted', async () => {
  const down = [new TypeError('fetch failed'), new ApiRefusal(503, 'not ready')];
  const told = tell([...down, ...story(...atSignOff)]);

  const stop = await followSteps({ ...told, view }, new Set());

  expect(stop.kind).toBe('signOff');
});

it('does not hide a refusal that will not pass', async () => {
  const told = tell([new ApiRefusal(401, 'wrong token')]);

  await expect(followSteps({ ...told, view }, new Set())).rejects.toThrow('wrong token');
});
