import { condition } from '@temporalio/workflow';

/** Conditions are looked at when nothing else is left to do, and again after those that held have had their turn. */
export async function turnIsOver(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    let looks = 0;
    // The first look is at once.
    await condition(() => looks++ > 0);
  }
}
