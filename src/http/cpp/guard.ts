import type { MiddlewareHandler } from 'hono';
import type { Permission } from '../../domain/access/role';
import { requireCppPermission, requireToken } from '../access/access';
import { requireApiVersion } from './api-version';

/** Who may pass below `/publishers/{publisherId}`, and with which version of the API. */
export const guard = (permission: Permission): [MiddlewareHandler, MiddlewareHandler] => [
  requireCppPermission(permission),
  requireApiVersion(),
];

/** The same where the address names no publisher: the answer holds what the token reaches. */
export const guardKnown = (): [MiddlewareHandler, MiddlewareHandler] => [requireToken(), requireApiVersion()];
