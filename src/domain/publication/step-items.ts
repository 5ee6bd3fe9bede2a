import type { PublicationStatus } from './status';

/** Progress of one long piece of work inside a step; `item` is `<stage>.<what>`, e.g. `replicate.westeurope`. */
type Measured = { readonly item: string; readonly doneBytes: number; readonly totalBytes: number };

/** The items that belong to a step: those whose first part names one of its stages. */
export function itemsOfStep<Item extends Measured>(
  { pipeline }: PublicationStatus,
  stepId: string,
  items: readonly Item[],
): readonly Item[] {
  const stages: readonly string[] = pipeline?.steps.find(({ id }) => id === stepId)?.stages ?? [];
  return items.filter(({ item }) => stages.includes(item.split('.')[0] ?? ''));
}

/** What stands behind the stage: the region, or the artefact. */
export const itemName = (item: string): string => item.slice(item.indexOf('.') + 1);

/** 0 to 100; 0 when nothing is known yet. */
export function percentOf(items: readonly Measured[]): number {
  const total = items.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  const done = items.reduce((sum, { doneBytes, totalBytes }) => sum + Math.min(doneBytes, totalBytes), 0);
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

/** Measured percentages of all steps that have any, as {@link toCppStatus} wants them. */
export function stepPercentages(
  status: PublicationStatus,
  items: readonly Measured[],
): Readonly<Record<string, number>> {
  const measured = status.steps
    .map(({ id }) => ({ id, items: itemsOfStep(status, id, items) }))
    .filter((step) => step.items.length > 0);
  return Object.fromEntries(measured.map((step) => [step.id, percentOf(step.items)]));
}
