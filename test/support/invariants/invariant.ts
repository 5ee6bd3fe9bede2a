import type { RealSystem } from '../real-system';

/** Says in words what is not as it should be; empty is good. What is on its way may take `patienceMs` to arrive. */
export type Invariant = (system: RealSystem, patienceMs: number) => Promise<readonly string[]>;
