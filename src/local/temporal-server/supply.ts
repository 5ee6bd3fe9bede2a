import { accessSync, constants, statSync } from 'node:fs';

/** A way to get the program from the network: `cached` is what an earlier run left, `fetch` gets it. */
export type Supply = {
  readonly origin: string;
  readonly cached: () => string | undefined;
  readonly fetch: (say: (line: string) => void) => Promise<string>;
};

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
