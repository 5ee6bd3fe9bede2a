/** One change of an item, as the service lists it among the item's updates. */
export type ItemUpdate = {
  readonly id: number;
  readonly rev: number;
  readonly revisedBy: { readonly displayName: string; readonly uniqueName: string };
  readonly fields: Readonly<Record<string, { readonly oldValue?: string; readonly newValue?: string }>>;
};

export type StoredComment = { readonly text: string; readonly by: string; isDeleted: boolean };

export type StoredItem = {
  readonly id: number;
  readonly type: string;
  rev: number;
  readonly fields: Map<string, string>;
  readonly updates: ItemUpdate[];
  readonly comments: StoredComment[];
};

export type PatchOperation = { readonly op: string; readonly path: string; readonly value: unknown };

export type Patched = { readonly status: number; readonly message: string } | undefined;

/**
 * Applies a JSON Patch as documented: all operations or none, `test /rev` guards against lost updates, an item of a
 * state its type does not have is refused, `System.History` becomes a comment. Undefined when it was applied.
 */
export function applyPatch(
  item: StoredItem,
  operations: readonly PatchOperation[],
  { by, states }: { readonly by: string; readonly states: readonly string[] },
): Patched {
  const fields: Record<string, string> = {};
  for (const { op, path, value } of operations) {
    if (op === 'test' && path === '/rev') {
      if (value !== item.rev) return { status: 412, message: 'VS403208: The test of /rev failed.' };
    } else if (
      (op === 'add' || op === 'replace') &&
      path.startsWith('/fields/') &&
      typeof value === 'string'
    ) {
      fields[path.slice('/fields/'.length)] = value;
    } else return { status: 400, message: `You must pass a valid patch document: ${op} ${path}.` };
  }
  const state = fields['System.State'];
  if (state !== undefined && !states.includes(state)) {
    const message = `TF401320: Rule Error for field State. The value ${state} is not in the list of supported values.`;
    return { status: 400, message };
  }
  if ((fields['System.Title']?.length ?? 0) > 255)
    return { status: 400, message: 'TF401324: Title is too long.' };
  write(item, fields, by);
  return undefined;
}

function write(item: StoredItem, fields: Readonly<Record<string, string>>, by: string): void {
  const changed = Object.entries(fields).filter(([name, value]) => item.fields.get(name) !== value);
  item.rev += 1;
  item.updates.push({
    id: item.updates.length + 1,
    rev: item.rev,
    revisedBy: { displayName: by.split('@')[0] ?? by, uniqueName: by },
    fields: Object.fromEntries(
      changed.map(([name, newValue]) => {
        const oldValue = item.fields.get(name);
        return [name, { ...(oldValue === undefined ? {} : { oldValue }), newValue }];
      }),
    ),
  });
  for (const [name, value] of changed) {
    if (name === 'System.History') item.comments.push({ text: value, by, isDeleted: false });
    else item.fields.set(name, value);
  }
}

/** What a query by tag finds: no more is promised than that it "contains" the words, in any case of letters. */
export function withTag(items: Iterable<StoredItem>, tag: string): readonly StoredItem[] {
  return [...items].filter(({ fields }) =>
    (fields.get('System.Tags') ?? '').toLowerCase().includes(tag.toLowerCase()),
  );
}
