/** One server-sent event (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export type ServerEvent = { readonly id: string; readonly data: string };

/** Reads events out of a stream of bytes; comments, heartbeats and half events at its end are left out. */
export async function* eventsIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let waiting = '';
  for await (const bytes of stream) {
    waiting += decoder.decode(bytes, { stream: true });
    const blocks = waiting.split(/\r?\n\r?\n/);
    waiting = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event !== undefined) yield event;
    }
  }
}

function eventOf(block: string): ServerEvent | undefined {
  const fields = block.split(/\r?\n/).map((line) => /^(\w+)(?:: ?(.*))?$/.exec(line));
  const values = (name: string): readonly string[] =>
    fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
  const data = values('data');
  return data.length === 0 ? undefined : { id: values('id').at(-1) ?? '', data: data.join('\n') };
}
