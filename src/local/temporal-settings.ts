/**
 * Takes from an environment what leads programs to a Temporal server, and returns the names of what was set. For a stack that
 * has a server of its own: with another's namespace, key or TLS nobody gets into that. TEMPORAL_CLI only names a program.
 */
export function leaveTemporalSettings(environment: NodeJS.ProcessEnv): readonly string[] {
  const names = Object.keys(environment).filter(
    (name) => name.startsWith('TEMPORAL_') && name !== 'TEMPORAL_CLI',
  );
  const set = names.filter((name) => environment[name]);
  for (const name of names) delete environment[name];
  return set;
}
