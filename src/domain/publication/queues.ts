/** Task queue of workflows and light activities. */
export const controlQueue = 'publication';

/** The queue of the heavy activities beside a control queue: `publication` -> `images`, `publication-x` -> `images-x`. */
export function dataQueueBeside(queue: string): string {
  return queue.startsWith(controlQueue) ? `images${queue.slice(controlQueue.length)}` : `${queue}-images`;
}
