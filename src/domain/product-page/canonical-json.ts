/**
 * One text for one value: object keys sorted by code unit, no white space, no `undefined` members. Digests and
 * signatures are made over it, so that the order in which a document was stored does not matter.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member) ? sorted(member) : member,
  );
}

function sorted(member: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)));
}
