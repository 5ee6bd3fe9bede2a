import type { CloudEvent } from '../../src/domain/events/cloud-event';

export type EventWatcher = {
  readonly status: number;
  readonly headers: Headers;
  readonly events: readonly CloudEvent[];
  readonly comments: () => number;
  /** Of the last event received. */
  readonly lastId: () => string | undefined;
  /** Resolves when the server ends the stream, or breaks it. */
  readonly ended: Promise<'ended' | 'broken'>;
  readonly close: () => void;
};

/** Reads server-sent events as a browser does, without coming back by itself. */
export async function watchEvents(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventWatcher> {
  const stop = new AbortController();
  const answer = await fetch(url, { headers, signal: stop.signal });
  const events: CloudEvent[] = [];
  let comments = 0;
  const read = async (): Promise<'ended' | 'broken'> => {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const part of answer.body ?? []) {
        text += decoder.decode(part as Uint8Array, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (block.startsWith(':')) comments += 1;
          if (data === undefined) continue;
          const event = JSON.parse(data) as CloudEvent;
          if (!block.startsWith(`id: ${event.id}\n`)) throw new Error(`another id: ${block}`);
          events.push(event);
        }
      }
      return 'ended';
    } catch {
      return 'broken';
    }
  };
  return {
    status: answer.status,
    headers: answer.headers,
    events,
    comments: () => comments,
    lastId: () => events.at(-1)?.id,
    ended: read(),
    close: () => stop.abort(),
  };
}
