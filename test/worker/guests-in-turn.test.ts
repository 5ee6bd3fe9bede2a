import type { GuestInspection } from '../../src/services/ports';
import { guestsInTurn } from '../../src/worker/guests-in-turn';
import { linuxGuest } from '../support/linux-guest';

const disk = { bytes: 0, read: async () => Buffer.alloc(0) };
const guest = linuxGuest();

/** Inspections that end when they are told to. */
function arrange() {
  const begun: ((error?: Error) => void)[] = [];
  const inspect: GuestInspection = () =>
    new Promise((resolve, reject) => {
      begun.push((error) => (error === undefined ? resolve(guest) : reject(error)));
    });
  const inTurn = guestsInTurn(inspect);
  const ask = (signal = new AbortController().signal) => inTurn({ disk, partitions: [], signal });
  return { begun, ask };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('looks into one image at a time, in the order they came', async () => {
  const { begun, ask } = arrange();
  const answers = [ask(), ask()];
  await soon();
  const atFirst = begun.length;

  begun[0]?.();
  await answers[0];
  await soon();
  begun[1]?.();

  expect(await answers[1]).toBe(guest);
  expect([atFirst, begun.length]).toEqual([1, 2]);
});

it('goes on with the next one after a failure', async () => {
  const { begun, ask } = arrange();
  const [first, second] = [ask(), ask()];
  await soon();

  begun[0]?.(new Error('staging is away'));
  await expect(first).rejects.toThrow('staging is away');
  await soon();
  begun[1]?.();

  expect(await second).toBe(guest);
});

it('does not begin what was canceled while it waited', async () => {
  const { begun, ask } = arrange();
  const cancel = new AbortController();
  const [first, second] = [ask(), ask(cancel.signal)];
  await soon();

  cancel.abort(new Error('enough'));
  begun[0]?.();

  await first;
  await expect(second).rejects.toThrow('enough');
  expect(begun).toHaveLength(1);
});
