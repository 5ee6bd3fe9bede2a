/**
 * Takes from an environment what leads programs to a Temporal server, and returns the names of what was set. For a stack that
 * has a server of its own: with another's namespace, key or TLS nobody gets into that. What leads nowhere stays.
 */
export function leaveTemporalSettings(environment: NodeJS.ProcessEnv): readonly string[] {
  const names = Object.keys(environment).filter(
    (name) => name.startsWith('TEMPORAL_') && !leadNowhere.includes(name),
  );
  const set = names.filter((name) => environment[name]);
  for (const name of names) delete environment[name];
  return set;
}

/** The program that starts one, and the SDK's mode for debuggers. */
const leadNowhere = ['TEMPORAL_CLI', 'TEMPORAL_DEBUG'];
