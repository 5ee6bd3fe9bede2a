import { tryGetContext } from 'hono/context-storage';
import type { Identity } from '../../domain/access/identity';
import { visitorOf } from './identity';

/**
 * Who sent the request that is being answered, for the frame of every page, which no route hands its request.
 * Decisions ask `identityOf(context)` instead.
 */
export function currentVisitor(): Identity | undefined {
  const context = tryGetContext();
  return context === undefined ? undefined : visitorOf(context);
}
