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
      // The sandbox has no Buffer.
      const encoding = new TextDecoder().decode(payload.metadata?.['encoding']);
      return { $undecodable: encoding.slice(0, 100) } as T;
    }
  }
}

export const payloadConverter = new ForgivingPayloadConverter();
