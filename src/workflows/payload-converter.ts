import { DefaultPayloadConverter, type Payload } from '@temporalio/common';

/**
 * The SDK's own converter, except that decoding never throws: a signal with a payload nobody can read must not
 * wedge the run in a task-failure loop. What cannot be decoded becomes `{ $undecodable: encoding }` and ends as a
 * recorded message. Worker, bundle and replay use this module.
 */
class ForgivingPayloadConverter extends DefaultPayloadConverter {
  override fromPayload<T>(payload: Payload): T {
    try {
      return super.fromPayload<T>(payload);
    } catch {
      return { $undecodable: encodingOf(payload).slice(0, 100) } as T;
    }
  }
}

/** What arrives empty is a list, which is nothing that could be decoded. The sandbox has no Buffer. */
function encodingOf({ metadata }: Payload): string {
  const bytes = metadata?.['encoding'];
  return bytes && bytes.length > 0 ? new TextDecoder().decode(bytes) : '';
}

export const payloadConverter = new ForgivingPayloadConverter();
