type Value = string | number | true | readonly string[];

/** `{ port: 1, silent: true, 'search-attribute': ['a', 'b'] }` as long options; lists repeat theirs. */
export function flags(options: Readonly<Record<string, Value>>): readonly string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [`--${name}`];
    return (typeof value === 'object' ? value : [value]).map((item) => `--${name}=${item}`);
  });
}
