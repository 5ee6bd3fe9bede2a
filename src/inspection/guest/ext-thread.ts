/**
 * Reads ext2, ext3 and ext4 with libext2fs (WebAssembly), in a thread of its own: on a hostile file system that code may
 * loop or break, and only a thread can be ended from outside. It reads nothing itself; it asks its owner for bytes.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { interact } from 'balena-image-fs';
import { Disk, type ReadResult, type WriteResult } from 'file-disk';
import type { Entry, ExtAnswer, ExtQuestion, FromThread, ToThread } from './ext-messages';
import { superblockAt } from './ext-superblock';

/** Blocks that one question may read: what is honest needs far fewer, and a list of names grows with each. */
const mostBlocks = { look: 400, list: 600, link: 400, read: 12_000 } as const;
const pieceBytes = 64 * 1024;
/** At most 8 MiB; mostly blocks of 4 KiB, so half a MiB. */
const mostRecent = 128;
const notThere = new Set(['ENOENT', 'ENOTDIR']);

type Files = Parameters<Parameters<typeof interact>[2]>[0]['promises'];

const { partitionBytes } = workerData as { readonly partitionBytes: number };
const port = parentPort;
const arrived = new Map<number, (bytes: Uint8Array) => void>();
const recent = new Map<number, Uint8Array>();
const questions: { readonly id: number; readonly question: ExtQuestion }[] = [];
let wake = (): void => undefined;
let blocksLeft: number = mostBlocks.look;
let lastWant = 0;

tell({ kind: 'ready' });
port?.on('message', (message: ToThread) => {
  if (message.kind === 'bytes') {
    arrived.get(message.id)?.(message.bytes);
    arrived.delete(message.id);
  } else {
    questions.push(message);
    wake();
  }
});

/** The partition as a disk of its own. Nothing can be written to it: the library is told that it was, and forgets. */
class Partition extends Disk {
  constructor() {
    super(true);
  }

  protected override async _getCapacity(): Promise<number> {
    return partitionBytes;
  }

  protected override async _read(
    ...[buffer, at, length, offset]: Parameters<Disk['read']>
  ): Promise<ReadResult> {
    // ext begins behind its boot sector. Zeros there keep the library from trying FAT first.
    const bytes = offset + length <= superblockAt ? Buffer.alloc(length) : await recalled(offset, length);
    buffer.set(bytes, at);
    return { bytesRead: length, buffer };
  }

  protected override async _write(...[buffer, , length]: Parameters<Disk['write']>): Promise<WriteResult> {
    return { bytesWritten: length, buffer };
  }

  protected override async _flush(): Promise<void> {}
}

/** Every path is walked from the root, over the same blocks: asking for them anew takes most of the time. */
async function recalled(offset: number, length: number): Promise<Uint8Array> {
  if ((blocksLeft -= 1) < 0) throw new Error('more blocks than a question may read');
  const known = recent.get(offset);
  const bytes = known?.length === length ? known : await want(offset, length);
  // At the end are the latest.
  recent.delete(offset);
  if (length <= pieceBytes) recent.set(offset, bytes);
  const [oldest] = recent.keys();
  if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
  return bytes;
}

async function want(offset: number, length: number): Promise<Uint8Array> {
  const id = (lastWant += 1);
  const bytes = new Promise<Uint8Array>((resolve) => arrived.set(id, resolve));
  tell({ kind: 'want', id, offset, length });
  return bytes;
}

function tell(message: FromThread): void {
  port?.postMessage(message);
}

/** One question after another, as the library wants it, until the owner ends the thread. */
async function serve(files: Files): Promise<never> {
  for (;;) {
    const next = questions.shift();
    if (next === undefined) {
      await new Promise<void>((resolve) => (wake = resolve));
      continue;
    }
    const { id, question } = next;
    blocksLeft = mostBlocks[question.ask];
    try {
      tell({ kind: 'answer', id, answer: await answerTo(question, files) });
    } catch (error) {
      if (isNotThere(error)) tell({ kind: 'answer', id, answer: {} });
      else tell({ kind: 'fault', id, problem: problemOf(error) });
    }
  }
}

async function answerTo(question: ExtQuestion, files: Files): Promise<ExtAnswer> {
  const { path } = question;
  switch (question.ask) {
    case 'look':
      return { entry: entryOf(await files.lstat(path)) };
    case 'link':
      return (await files.lstat(path)).isSymbolicLink() ? { target: await files.readlink(path) } : {};
    case 'list':
      return { names: await files.readdir(path) };
    case 'read': {
      const content = await contentOf(files, question);
      return content === undefined ? {} : { content };
    }
  }
}

type Stats = Awaited<ReturnType<Files['lstat']>>;

function entryOf(stats: Stats): Entry {
  const kind = stats.isSymbolicLink()
    ? 'link'
    : stats.isDirectory()
      ? 'directory'
      : stats.isFile()
        ? 'file'
        : 'other';
  return { kind, bytes: Number(stats.size) };
}

/** Devices and pipes count as not there: nothing in them is part of the image. */
async function contentOf(
  files: Files,
  { path, most, from }: ExtQuestion & { readonly ask: 'read' },
): Promise<Buffer | undefined> {
  const file = await files.open(path, 'r');
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    const content = Buffer.alloc(Math.max(0, Math.min(stats.size - from, most)));
    for (let at = 0; at < content.length; at += pieceBytes) {
      const piece = Buffer.alloc(Math.min(pieceBytes, content.length - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, from + at);
      if (bytesRead !== piece.length) throw new Error('the file ends early');
      piece.copy(content, at);
    }
    return content;
  } finally {
    await file.close();
  }
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && notThere.has(String(error.code));
}

/** Without the call's arguments, which are addresses in the library's memory. */
function problemOf(error: unknown): string {
  return error instanceof Error ? (error.message.split(' args:', 1)[0]?.slice(0, 120) ?? '') : 'unknown';
}

interact(new Partition(), undefined, async ({ promises }) => serve(promises)).catch((error: unknown) =>
  tell({ kind: 'fault', id: 0, problem: problemOf(error) }),
);
