import { Worker } from 'node:worker_threads';
import type { ExtAnswer, ExtQuestion, FromThread, ToThread } from './ext-messages';
import type { GuestFiles } from './guest-files';
import { GuestUnreadable } from './guest-unreadable';

export type OpenExtFiles = GuestFiles & { readonly close: () => Promise<void> };

export type PartitionReader = {
  readonly bytes: number;
  /** Counted from the partition's start. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
};

/**
 * The files of an ext2, ext3 or ext4 partition. Whoever opens it closes it. When `signal` fires, the thread is ended in
 * the middle of whatever it does, and every question is answered by `GuestUnreadable`.
 */
export function openExtFiles(partition: PartitionReader, signal: AbortSignal): OpenExtFiles {
  const thread = startThread(partition.bytes);
  const waiting = new Map<number, Waiting>();
  let broken: Error | undefined;
  let lastId = 0;
  let isReady = false;

  const give = (message: ToThread): void => thread.postMessage(message);
  const breakOff = (why: Error): void => {
    broken ??= why;
    for (const { fail } of waiting.values()) fail(broken);
    waiting.clear();
    void thread.terminate();
  };
  const tooSlow = (): void => breakOff(new GuestUnreadable('tooSlow', 'the time for reading is over'));
  // A thread that does not even begin is our own fault, and says nothing about the image.
  const damaged = (problem: string): void =>
    breakOff(isReady ? new GuestUnreadable('damaged', problem.slice(0, 120)) : new Error(problem));

  signal.addEventListener('abort', tooSlow);
  thread.on('error', ({ message }) => damaged(message));
  thread.on('exit', () => damaged('the reader stopped'));
  thread.on('message', (message: FromThread) => {
    switch (message.kind) {
      case 'ready':
        isReady = true;
        return;
      case 'want':
        partition
          .read(message.offset, message.length)
          .then((bytes) => give({ kind: 'bytes', id: message.id, bytes }), breakOff);
        return;
      case 'answer':
        waiting.get(message.id)?.settle(message.answer);
        waiting.delete(message.id);
        return;
      case 'fault':
        damaged(`${waiting.get(message.id)?.path ?? 'file system'}: ${message.problem}`);
    }
  });
  if (signal.aborted) tooSlow();

  return {
    ...filesBehind(async (question) => {
      if (broken) throw broken;
      const id = (lastId += 1);
      const answer = new Promise<ExtAnswer>((settle, fail) =>
        waiting.set(id, { settle, fail, path: question.path }),
      );
      give({ kind: 'question', id, question });
      return answer;
    }),
    async close() {
      signal.removeEventListener('abort', tooSlow);
      await thread.terminate();
    },
  };
}

type Waiting = {
  readonly path: string;
  readonly settle: (answer: ExtAnswer) => void;
  readonly fail: (error: Error) => void;
};

function filesBehind(ask: (question: ExtQuestion) => Promise<ExtAnswer>): GuestFiles {
  return {
    look: async (path) => (await ask({ ask: 'look', path })).entry,
    list: async (path) => (await ask({ ask: 'list', path })).names ?? [],
    link: async (path) => (await ask({ ask: 'link', path })).target,
    async read(path, most = Number.MAX_SAFE_INTEGER, from = 0) {
      const { content } = await ask({ ask: 'read', path, most, from });
      return content && Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    },
  };
}

const heapMebibytes = 96;
const youngMebibytes = 2;

/** Sources run through a loader, in this thread as in all others; a build has none. */
function startThread(partitionBytes: number): Worker {
  const isSource = __filename.endsWith('.ts');
  return new Worker(require.resolve('./ext-thread'), {
    workerData: { partitionBytes },
    // Of the young ones many times more would be kept before anybody looks which are still needed.
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes, maxYoungGenerationSizeMb: youngMebibytes },
    // The library first: what comes after the loader is looked through by it, and this is large.
    execArgv: isSource
      ? ['balena-image-fs', 'tsx/cjs'].flatMap((name) => ['--require', require.resolve(name)])
      : [],
  });
}
