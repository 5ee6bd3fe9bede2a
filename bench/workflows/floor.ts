import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

type Floor = { readonly nothing: () => Promise<void>; readonly announce: () => Promise<void> };
const { nothing, announce } = proxyActivities<Floor>({ startToCloseTimeout: 60_000 });
const goLive = defineSignal('goLive');

/** The least a durable workflow of this kind can do: nine activities in a row, four at once, one signal. */
export async function floor(): Promise<void> {
  let approved = false;
  setHandler(goLive, () => {
    approved = true;
  });
  for (let count = 0; count < 3; count += 1) await nothing();
  await Promise.all([nothing(), nothing(), nothing(), nothing()]);
  await nothing();
  await nothing();
  await announce();
  await condition(() => approved);
  for (let count = 0; count < 3; count += 1) await nothing();
}
