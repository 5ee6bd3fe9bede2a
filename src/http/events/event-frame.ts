import { toCloudEvent } from '../../domain/events/cloud-event';
import type { LoggedEvent } from '../../services/ports';

/** An event as it goes over the wire; made once, shared by everybody who gets it. */
export type Frame = { readonly event: LoggedEvent; readonly bytes: Uint8Array };

const encoder = new TextEncoder();

/** Undefined for events that are told to nobody outside. */
export function frameOf(event: LoggedEvent, publicUrl: string): Frame | undefined {
  const told = toCloudEvent(event, publicUrl);
  if (told === undefined) return undefined;
  return { event, bytes: encoder.encode(`id: ${told.id}\ndata: ${JSON.stringify(told)}\n\n`) };
}

/** Sent first: how many milliseconds a browser waits before it comes back. */
export const opening: Uint8Array = encoder.encode('retry: 2000\n\n');

/** A comment. It keeps proxies from ending a silent connection, and lets us notice a dead one. */
export const heartbeat: Uint8Array = encoder.encode(':\n\n');
