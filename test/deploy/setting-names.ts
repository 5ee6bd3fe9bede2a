import { ConfigError, readConfig } from '../../src/config';

/** Every setting of `src/config.ts`: what it looks for in an environment. */
export function settingNames(): ReadonlySet<string> {
  const asked = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get(_target, name) {
        if (typeof name === 'string' && /^[A-Z_]+$/.test(name)) asked.add(name);
        return undefined;
      },
    },
  );
  try {
    readConfig(environment);
  } catch (error) {
    // Nothing was there, so what is required is missing; that is not what was asked.
    if (!(error instanceof ConfigError)) throw error;
  }
  return asked;
}
