import { callApi } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Connection } from '../connection';
import type { Examined } from './examined';

/** First that the API lives, then all it says of itself. Throws what `callApi` throws. */
export async function apiChecks(connection: Connection): Promise<readonly Examined[]> {
  await callApi(connection, { method: 'GET', path: '/livez' });
  const { body } = await callApi(connection, { method: 'GET', path: '/doctor' });
  const alive: Examined = { name: 'API', ok: true };
  if (isRecord(body) && Array.isArray(body['checks'])) return [alive, ...body['checks'].filter(isExamined)];
  const fix = 'Give the address of this product’s API with --api.';
  return [{ name: 'API', ok: false, why: `${connection.api} does not answer as this product does`, fix }];
}

const isExamined = (check: unknown): check is Examined =>
  isRecord(check) && typeof check['name'] === 'string' && typeof check['ok'] === 'boolean';
