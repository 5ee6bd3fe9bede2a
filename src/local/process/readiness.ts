import { readFile } from 'node:fs/promises';
import { errorText } from '../../domain/text/error-text';
import type { Component } from '../component';
import type { Exit, RunningProcess } from './launch';
import { heldByOthers } from './listeners';

const pollMs = 100;
/** A look at the ports reads through every connection of the machine, those that closed a minute ago included. */
const lookMs = 1_000;

/** Not this component answers on its port: waiting longer would change nothing. */
export class SomebodyElseError extends Error {}

/** Waits until the component answers; throws an error that names it, the reason and its log. */
export async function untilAnswering(
  component: Component,
  running: RunningProcess,
  watch: { readonly logPath: string; readonly withinMs: number },
): Promise<void> {
  const deadline = Date.now() + watch.withinMs;
  let exit: Exit | undefined;
  let reason = 'no answer';
  let nextLook = 0;
  void running.exited.then((how) => (exit = how));
  while (Date.now() < deadline) {
    if (exit !== undefined) throw await failure(component, `it ended (${describeExit(exit)})`, watch.logPath);
    try {
      if (Date.now() >= nextLook) {
        requireOwnPorts(component, running);
        nextLook = Date.now() + lookMs;
      }
      await within(component.answers(), deadline - Date.now());
      // What answered may have been another program, while ours was still about to listen.
      return requireOwnPorts(component, running);
    } catch (error) {
      reason = errorText(error);
      if (error instanceof SomebodyElseError) throw await failure(component, reason, watch.logPath);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw await failure(component, `no answer in ${watch.withinMs / 1000} s: ${reason}`, watch.logPath);
}

function requireOwnPorts({ ports = [] }: Component, { pid }: RunningProcess): void {
  const held = heldByOthers(pid, ports);
  if (held.length > 0) throw new SomebodyElseError(`another program listens on port ${held.join(', ')}`);
}

export function describeExit(exit: Exit): string {
  return exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
}

async function within(answer: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the question was not answered')), ms);
  });
  await Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

async function failure(component: Component, reason: string, logPath: string): Promise<Error> {
  const log = await readFile(logPath, 'utf8').catch(() => '');
  const lastLines = log.trimEnd().split('\n').slice(-5);
  return new Error(
    [`${component.name} did not start: ${reason}.`, `Its log is ${logPath}`, ...lastLines].join('\n  '),
  );
}
