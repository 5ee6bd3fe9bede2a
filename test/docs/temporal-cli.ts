import { delimiter, dirname } from 'node:path';
import { findTemporalServer } from '../../src/local/temporal-server/find';

/** A PATH on which `temporal` is found: the program the local stack would use. */
export async function pathWithTemporal(): Promise<string> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const found = await findTemporalServer({ environment: process.env, say });
  if (found.kind === 'address')
    throw new Error('The Temporal CLI is needed here, not the address of a server.');
  return [dirname(found.executable), process.env['PATH']].join(delimiter);
}
