import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the CLI reads of `.local/state.json`, which `npm start` writes while it runs. */
export type LocalStack = {
  readonly apiUrl: string;
  readonly apiToken: string;
  /** `<publisher>/<offer>` to use when a command names none. */
  readonly offer?: string;
  readonly components: Readonly<Record<string, { readonly address: string; readonly logPath: string }>>;
};

export const stateFile = (folder: string): string => join(folder, '.local', 'state.json');

/** Undefined when no stack runs here, or what stands there is not a state. */
export function localStack(folder: string): LocalStack | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(stateFile(folder), 'utf8'));
    return isLocalStack(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

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
