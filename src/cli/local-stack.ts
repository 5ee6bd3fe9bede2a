import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Surroundings } from './surroundings';

/** What the CLI reads of `.local/state.json`, which `npm start` writes while it runs. */
export type LocalStack = {
  readonly apiUrl: string;
  readonly apiToken: string;
  /** `<publisher>/<offer>` to use when a command names none. */
  readonly offer?: string;
  readonly components: Readonly<Record<string, { readonly address: string; readonly logPath: string }>>;
};

type Place = Pick<Surroundings, 'folder' | 'workFolder'>;

/** Of the checkout for whoever stands in it, else of the folder they stand in: elsewhere a login counts. */
export const stateFile = (place: Place): string =>
  join(standsInCheckout(place) ? place.folder : place.workFolder, '.local', 'state.json');

/** Undefined when no stack runs here, or what stands there is not a state. */
export function localStack(place: Place): LocalStack | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(stateFile(place), 'utf8'));
    return isLocalStack(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

const standsInCheckout = ({ folder, workFolder }: Place): boolean =>
  relative(folder, workFolder).split(sep)[0] !== '..';

function isLocalStack(state: unknown): state is LocalStack {
  if (typeof state !== 'object' || state === null) return false;
  const { apiUrl, apiToken, components } = state as Partial<LocalStack>;
  return (
    // Both are empty until the stack has come up.
    isFilled(apiUrl) &&
    isFilled(apiToken) &&
    typeof components === 'object' &&
    Object.values(components).every(
      (component) => typeof component.address === 'string' && typeof component.logPath === 'string',
    )
  );
}

const isFilled = (text: unknown): boolean => typeof text === 'string' && text !== '';
