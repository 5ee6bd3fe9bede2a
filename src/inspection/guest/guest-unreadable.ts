import type { UnreadableGuest } from '../../domain/certification/guest-facts-schema';

/** Nobody can say what is inside: an answer about the image, not a failure of ours. */
export class GuestUnreadable extends Error {
  override readonly name = 'GuestUnreadable';

  readonly reason: UnreadableGuest['reason'];
  /** For people, in English; at most a file's name and a few words. */
  readonly detail: string;

  constructor(reason: UnreadableGuest['reason'], detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
