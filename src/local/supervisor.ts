import { join } from 'node:path';
import type { Component } from './component';
import { launch, type RunningProcess } from './process/launch';
import { describeExit, untilAnswering } from './process/readiness';
import type { Warden } from './process/warden';

export type SupervisorOptions = {
  readonly logFolder: string;
  readonly warden: Warden;
  /** One line for a person: what ended, what comes back. */
  readonly say: (line: string) => void;
  /** After each start and end of a component: who runs now. */
  readonly onChange?: (pids: Readonly<Record<string, number>>) => void;
  readonly answerWithinMs?: number;
  /** Waits before the n-th restart in a row; the last one repeats. */
  readonly backOffMs?: readonly number[];
};

export type Supervisor = {
  /** Starts a component and returns when it answers. Should it end later, it is started again. */
  readonly start: (component: Component) => Promise<void>;
  readonly logPath: (name: string) => string;
  /** Stops everything, last started first. */
  readonly stop: () => Promise<void>;
};

const defaultBackOff = [500, 1000, 2000, 5000, 10_000, 30_000];
/** A component that lived this long has recovered: its next end starts the back-off anew. */
const recoveredAfterMs = 60_000;

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const crew: Crew = { options, running: new Map(), stopping: new AbortController() };
  return {
    logPath: (name) => logPath(crew, name),
    start: async (component) => {
      await component.prepare?.();
      const started = await startOnce(crew, component);
      void keepAlive(crew, component, started);
    },
    stop: async () => {
      crew.stopping.abort();
      for (const [name, process] of [...crew.running].reverse()) {
        await process.stop();
        leave(crew, name);
      }
    },
  };
}

type Crew = {
  readonly options: SupervisorOptions;
  /** In order of their start. */
  readonly running: Map<string, RunningProcess>;
  readonly stopping: AbortController;
};

async function startOnce(crew: Crew, component: Component): Promise<RunningProcess> {
  const path = logPath(crew, component.name);
  const started = await launch(component.command, path, crew.options.warden);
  crew.running.set(component.name, started);
  announce(crew);
  try {
    // A stop that came while the program was being started has not seen it.
    crew.stopping.signal.throwIfAborted();
    const withinMs = crew.options.answerWithinMs ?? 180_000;
    await untilAnswering(component, started, { logPath: path, withinMs });
    crew.stopping.signal.throwIfAborted();
    return started;
  } catch (error) {
    await started.stop();
    leave(crew, component.name);
    throw error;
  }
}

async function keepAlive(crew: Crew, component: Component, first: RunningProcess): Promise<void> {
  const { signal } = crew.stopping;
  const backOff = crew.options.backOffMs ?? defaultBackOff;
  let current: RunningProcess | undefined = first;
  let startedAt = Date.now();
  for (let failures = 0; ; failures += 1) {
    const how = current === undefined ? 'did not come back' : `ended (${describeExit(await current.exited)})`;
    if (signal.aborted) return;
    leave(crew, component.name);
    if (Date.now() - startedAt > recoveredAfterMs) failures = 0;
    const waitMs = backOff[Math.min(failures, backOff.length - 1)] ?? 0;
    const log = logPath(crew, component.name);
    crew.options.say(`${component.name} ${how}; starting it again in ${waitMs / 1000} s. Log: ${log}`);
    await pause(waitMs, signal);
    if (signal.aborted) return;
    current = await startOnce(crew, component).catch(() => undefined);
    startedAt = Date.now();
    if (current !== undefined) crew.options.say(`${component.name} answers again.`);
  }
}

function logPath(crew: Crew, name: string): string {
  return join(crew.options.logFolder, `${name}.log`);
}

function leave(crew: Crew, name: string): void {
  crew.running.delete(name);
  announce(crew);
}

function announce(crew: Crew): void {
  const pids = [...crew.running].map(([name, { pid }]) => [name, pid] as const);
  crew.options.onChange?.(Object.fromEntries(pids));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
