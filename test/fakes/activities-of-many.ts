import type { FakePublicationActivities } from './fake-publication-activities';

type Activities = FakePublicationActivities['activities'];
type Served = (input: { readonly publicationId: string }) => Promise<unknown>;

/** For one worker of many publications: each, found by its id, is served by its own. */
export function activitiesOfMany(fakes: ReadonlyMap<string, FakePublicationActivities>): Activities {
  const servedBy = (publicationId: string): Readonly<Record<string, Served>> => {
    const own = fakes.get(publicationId);
    if (own === undefined) throw new Error(`Nobody knows the publication ${publicationId}.`);
    return own.activities as unknown as Readonly<Record<string, Served>>;
  };
  const [any] = fakes.values();
  return Object.fromEntries(
    Object.keys(any?.activities ?? {}).map((name): [string, Served] => [
      name,
      async (input) => servedBy(input.publicationId)[name]?.(input),
    ]),
  ) as unknown as Activities;
}
