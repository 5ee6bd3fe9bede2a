import { until } from './until';

/** Waits until it is so. For what other processes do, which nobody can tell us, nor how busy the machine is. */
export async function eventually(isSo: () => boolean | Promise<boolean>, withinMs = 120_000): Promise<void> {
  await until(isSo.toString(), isSo, withinMs);
}
