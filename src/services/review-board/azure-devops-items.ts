import type { AzureDevOpsHttp } from './azure-devops-http';
import { isFailure } from './azure-devops-error';
import {
  commentsAnswer,
  queryAnswer,
  statesAnswer,
  updatesAnswer,
  workItemAnswer,
} from './azure-devops-schema';

export type Item = {
  readonly id: number;
  readonly rev: number;
  readonly state: string | undefined;
  readonly tags: readonly string[];
};

/** Who brought an item into the state it is in, and at which revision. */
export type StateChange = { readonly state: string; readonly revision: number; readonly actor: string };

export type BoardComment = { readonly text: string; readonly isHtml: boolean };

/** Reference names of fields -> values. */
export type Fields = Readonly<Record<string, string>>;

export type AzureDevOpsItems = {
  /** Exactly this tag, oldest first. */
  readonly withTag: (tag: string) => Promise<readonly Item[]>;
  readonly create: (type: string, fields: Fields) => Promise<Item>;
  /** Undefined when it was deleted or never there. */
  readonly read: (id: string) => Promise<Item | undefined>;
  /** All or nothing, and only if nobody has changed the item since it was read. */
  readonly change: (item: Item, fields: Fields) => Promise<void>;
  readonly stateChange: (id: number) => Promise<StateChange | undefined>;
  /** Oldest first, at most 1,000. */
  readonly comments: (id: number) => Promise<readonly BoardComment[]>;
  readonly statesOf: (type: string) => Promise<readonly string[]>;
};

const onePage = 200;
const mostPages = 5;

export const azureDevOpsItems = (ask: AzureDevOpsHttp): AzureDevOpsItems => {
  const read = async (id: string): Promise<Item | undefined> => {
    const query = { fields: 'System.State,System.Tags' };
    try {
      const answer = await ask({ method: 'GET', path: `wit/workitems/${id}`, query, schema: workItemAnswer });
      return itemOf(answer);
    } catch (error) {
      if (isFailure(error, 'notFound')) return undefined;
      throw error;
    }
  };
  return {
    read,
    async withTag(tag) {
      const { workItems } = await ask({
        method: 'POST',
        path: 'wit/wiql',
        query: { $top: '50' },
        body: { query: wiqlOf(tag) },
        schema: queryAnswer,
      });
      const found = await Promise.all(workItems.map(({ id }) => read(String(id))));
      // The query's own idea of "contains" is no promise: part of a tag, or one that was just taken away.
      return found
        .filter((item) => item !== undefined)
        .filter(({ tags }) => tags.includes(tag))
        .toSorted((one, other) => one.id - other.id);
    },
    async create(type, fields) {
      const path = `wit/workitems/$${encodeURIComponent(type)}`;
      return itemOf(await ask({ method: 'POST', path, body: adding(fields), schema: workItemAnswer }));
    },
    async change({ id, rev }, fields) {
      const body = [{ op: 'test', path: '/rev', value: rev }, ...adding(fields)];
      await ask({ method: 'PATCH', path: `wit/workitems/${id}`, body, schema: workItemAnswer });
    },
    stateChange: (id) => newestState(ask, id),
    comments: (id) => allComments(ask, id),
    async statesOf(type) {
      const path = `wit/workitemtypes/${encodeURIComponent(type)}/states`;
      const { value } = await ask({ method: 'GET', path, schema: statesAnswer });
      return value.map(({ name }) => name);
    },
  };
};

const wiqlOf = (tag: string): string =>
  `SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS '${tag.replaceAll("'", "''")}' ORDER BY [System.Id]`;

const adding = (fields: Fields): readonly object[] =>
  Object.entries(fields).map(([name, value]) => ({ op: 'add', path: `/fields/${name}`, value }));

function itemOf({
  id,
  rev,
  fields,
}: {
  readonly id: number;
  readonly rev: number;
  readonly fields: { readonly 'System.State'?: string | undefined; readonly 'System.Tags': string };
}): Item {
  const tags = fields['System.Tags']
    .split(';')
    .map((tag) => tag.trim())
    .filter(Boolean);
  return { id, rev, state: fields['System.State'], tags };
}

/** The history of changes tells it, not the item: whoever edits a title afterwards has decided nothing. */
async function newestState(ask: AzureDevOpsHttp, id: number): Promise<StateChange | undefined> {
  let newest: StateChange | undefined;
  for (let skip = 0; ; skip += onePage) {
    const { value } = await ask({
      method: 'GET',
      path: `wit/workitems/${id}/updates`,
      query: { $top: String(onePage), $skip: String(skip) },
      schema: updatesAnswer,
    });
    for (const { rev: revision, revisedBy, fields } of value) {
      const state = fields['System.State']?.newValue;
      const actor = revisedBy.uniqueName || revisedBy.displayName;
      if (state !== undefined) newest = { state, revision, actor };
    }
    if (value.length < onePage) return newest;
  }
}

async function allComments(ask: AzureDevOpsHttp, id: number): Promise<readonly BoardComment[]> {
  const found: BoardComment[] = [];
  let after: string | null | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { comments, continuationToken } = await ask({
      method: 'GET',
      path: `wit/workItems/${id}/comments`,
      query: { $top: String(onePage), order: 'asc', ...(after ? { continuationToken: after } : {}) },
      version: '7.1-preview.4',
      schema: commentsAnswer,
    });
    const kept = comments.filter(({ isDeleted }) => !isDeleted);
    found.push(...kept.map(({ text, format }) => ({ text, isHtml: format !== 'markdown' })));
    after = continuationToken;
    if (!after) break;
  }
  return found;
}
