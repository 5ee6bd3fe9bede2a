import {
  type DefaultRenderer,
  Listr,
  ListrDefaultRendererLogLevels,
  type ListrTask,
  type ListrTaskWrapper,
  type SimpleRenderer,
} from 'listr2';
import { shownSteps } from '../../domain/publication/shown-steps';
import { itemsOfStep } from '../../domain/publication/step-items';
import type { StepState } from '../../domain/publication/status';
import { itemLines } from '../output/item-lines';
import { findingLines, type Look, newestMessages, stepRows } from '../output/status-text';
import type { Publication } from '../publication';
import type { View } from './view';

/** For a terminal: the steps below each other; the one at work turns, with a bar for each region below it. */
export function stepList(look: Look): View {
  let list: StepTasks | undefined;
  return {
    show: (publication) => {
      // Before the first activity has answered nobody knows the steps.
      if (publication.status.steps.length === 0) return;
      const steps = drawn(publication, look);
      if (list === undefined) list = stepTasks(steps);
      else list.update(steps);
    },
    remark: (text) => list?.remark(look.paint('yellow', text)),
    close: async () => list?.close(),
  };
}

/** One step as it stands: its line, and what is shown below it while it is at work. */
type Drawn = {
  readonly id: string;
  readonly status: StepState['status'];
  readonly title: string;
  readonly output: string;
};

function drawn({ status, progress }: Publication, look: Look): readonly Drawn[] {
  const rows = stepRows(status, look, new Date());
  return shownSteps(status).map((step, index) => ({
    id: step.id,
    status: step.status,
    title: rows[index] ?? step.id,
    output: [
      ...(step.status === 'inProgress' ? itemLines(itemsOfStep(status, step.id, progress), look) : []),
      ...findingLines(step, look),
      ...(step.status === 'complete' ? [] : newestMessages(step, look)),
    ].join('\n'),
  }));
}

type Line = ListrTaskWrapper<unknown, typeof DefaultRenderer, typeof SimpleRenderer>;
type Begun = { readonly id: string; readonly line: Line; readonly end: (error?: Error) => void };

type StepTasks = {
  readonly update: (steps: readonly Drawn[]) => void;
  readonly remark: (text: string) => void;
  readonly close: () => Promise<void>;
};

/** One task a step, one after the other. Closing ends the one at work, and those that follow do not begin. */
function stepTasks(first: readonly Drawn[]): StepTasks {
  let steps = first;
  let isClosed = false;
  let current: Begun | undefined;
  const stepOf = (id: string): Drawn | undefined => steps.find((step) => step.id === id);
  const settle = (): void => {
    const step = current && stepOf(current.id);
    if (current === undefined || step === undefined) return;
    current.line.title = step.title;
    current.line.output = step.output;
    const end = endOf(step.status);
    if (end === 'done') current.end();
    else if (end === 'failed') current.end(new Error(step.id));
    else if (isClosed) {
      current.line.skip(step.title);
      current.end();
    }
  };
  const task = ({ id, title }: Drawn): ListrTask => ({
    title,
    rendererOptions: lineOptions,
    skip: () => isClosed && endOf(stepOf(id)?.status) === undefined,
    task: (_context, line) =>
      new Promise<void>((resolve, reject) => {
        current = { id, line, end: (error) => (error === undefined ? resolve() : reject(error)) };
        settle();
      }),
  });
  const ended = new Listr(first.map(task), listOptions).run();
  return {
    update: (newest) => {
      steps = newest;
      settle();
    },
    remark: (text) => {
      if (current !== undefined) current.line.output = text;
    },
    close: async () => {
      isClosed = true;
      settle();
      await ended;
    },
  };
}

/** How a step's line ends; undefined while it goes on, or when it will never begin. */
function endOf(status: StepState['status'] | undefined): 'done' | 'failed' | undefined {
  switch (status) {
    case 'complete':
      return 'done';
    case 'blocked':
    case 'rejected':
      return 'failed';
    case 'canceled':
    case 'notStarted':
    case 'inProgress':
    case 'waitingForApproval':
    case 'waitingForPublisherReview':
    case undefined:
      return undefined;
  }
}

const listOptions = {
  concurrent: false,
  exitOnError: false,
  // Ctrl-C is ours: it ends the watching in order.
  registerSignalListeners: false,
  rendererOptions: {
    showSkipMessage: false,
    showErrorMessage: false,
    icon: {
      [ListrDefaultRendererLogLevels.SKIPPED_WITH_COLLAPSE]: '·',
      [ListrDefaultRendererLogLevels.SKIPPED_WITHOUT_COLLAPSE]: '·',
    },
  },
} as const;

/** What stands below a step stays when it has ended: findings are for reading. */
const lineOptions = { outputBar: Number.POSITIVE_INFINITY, persistentOutput: true } as const;
