import { isRecord } from './api/read-error';
import type { Asked } from './asked';
import { recordsIn } from './output/fields';

type Fields = Readonly<Record<string, unknown>>;

export type Paged = {
  readonly path: string;
  /** What is asked for on every page; what is undefined is left out. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly limit: number;
};

export type Collected = {
  readonly items: readonly Fields[];
  /** How many there are in all, where the API says so. */
  readonly total: number | null;
};

const mostAPage = 200;

/** Page by page, until there are enough or there is no more. */
export async function collect(asked: Asked, { path, query, limit }: Paged): Promise<Collected> {
  const items: Fields[] = [];
  let total: number | null = null;
  let cursor: string | undefined;
  do {
    const size = String(Math.min(limit - items.length, mostAPage));
    const wanted = Object.entries({ ...query, cursor, limit: size });
    const given = wanted.filter((entry): entry is [string, string] => entry[1] !== undefined);
    const { body } = await asked.get(`${path}?${new URLSearchParams(given).toString()}`);
    const page = isRecord(body) ? body : {};
    items.push(...recordsIn(page, 'items'));
    total = typeof page['total'] === 'number' ? page['total'] : total;
    cursor = typeof page['next'] === 'string' ? page['next'] : undefined;
  } while (cursor !== undefined && items.length < limit);
  return { items, total };
}
