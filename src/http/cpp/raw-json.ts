/** JSON in which a bigint is a plain number of any size; `JSON.stringify` has no way to say that on Node 20. */
export function rawJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(rawJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}:${rawJson(member)}`);
  return `{${members.join(',')}}`;
}
