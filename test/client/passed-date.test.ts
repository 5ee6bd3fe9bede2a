import type { Client } from '@temporalio/client';
import { createPublicationClient } from '../../src/client';
import { passedDate } from '../../src/client/passed-date';

const now = new Date('2026-11-21T12:00:00Z');

it.each([
  ['2026-11-21T11:54:59Z', 'refused'],
  ['2020-01-01T00:00:00Z', 'refused'],
  ['2026-11-21T11:56:00Z', undefined],
  ['2027-01-31T09:00:00+01:00', undefined],
  [undefined, undefined],
  // What is no date is for the run to refuse, with its words.
  ['tomorrow', undefined],
])('a go-live at %s, asked for at noon of that day, is %s', (notBefore, expected) => {
  const answer = passedDate({ requestId: 'r1', ...(notBefore === undefined ? {} : { notBefore }) }, now);

  expect(answer?.kind).toBe(expected);
});

it('keeps a date that has passed from ever reaching the run', async () => {
  const unreachable = { workflow: { getHandle: () => ({}) } } as unknown as Client;
  const { goLive } = createPublicationClient(unreachable);
  const message = { actor: 'ann', requestId: 'r1', notBefore: '2020-01-01T00:00:00Z' };

  const answer = await goLive({ publisherId: 'contoso', offerId: 'linux-vm' }, message);

  expect(answer).toEqual({
    kind: 'refused',
    requestId: 'r1',
    code: 'malformed',
    message: { code: 'message.dateHasPassed', params: { notBefore: '2020-01-01T00:00:00.000Z' } },
  });
});
