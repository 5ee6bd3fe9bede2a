import type { IncomingMessage, ServerResponse } from 'node:http';
import { startLocalServer } from '../support/local-server';
import { applyPatch, type PatchOperation, type StoredItem, withTag } from './azure-devops-items';

/**
 * - `throttle` 429 with `Retry-After`, nothing is done; `slow` the documented delay: 200 with the same headers
 * - `loseAnswer` it is done, and the connection ends before the answer; `drop` it ends before anything is done
 * - `keepAnswer` it is done, and no answer ever comes; `hang` the same, and nothing is done
 * - `signIn` 203 and a page, `unauthorized` 401, `forbidden` 403, `away` 503, `nonsense` another answer than documented
 */
export type Disturbance =
  | 'throttle'
  | 'slow'
  | 'loseAnswer'
  | 'drop'
  | 'keepAnswer'
  | 'hang'
  | 'signIn'
  | 'unauthorized'
  | 'forbidden'
  | 'away'
  | 'nonsense';

export type HookEvent = { readonly eventType: string; readonly resource: Readonly<Record<string, unknown>> };

export type AzureDevOps = {
  readonly organizationUrl: string;
  readonly origin: string;
  /** Method and path of what arrived, without the query. */
  readonly calls: readonly string[];
  readonly items: ReadonlyMap<number, StoredItem>;
  /** Events of service hooks so far, in the order they happened. The service may send each again, in any order. */
  readonly events: readonly HookEvent[];
  /** Whose first call that matches `Disturbed.at` is disturbed; each once, in their order. */
  readonly disturb: (kind: Disturbance, at?: RegExp) => void;
  /** Ends what the token is good for. */
  readonly revokeToken: () => void;
  /** Somebody changes an item in the browser. */
  readonly act: (id: number, by: string, fields: Readonly<Record<string, string>>) => void;
  readonly comment: (id: number, by: string, text: string) => void;
  /** Somebody copies an item, with its tags. Answers the copy's number. */
  readonly copy: (id: number) => number;
  readonly remove: (id: number) => void;
  /** New items are not found by queries until told otherwise: the index may be behind. */
  readonly holdBackQueries: (held: boolean) => void;
  readonly close: () => Promise<void>;
};

export const token = 'pat-for-tests-only-0123456789';
export const project = 'Marketplace Reviews';
export const states = ['New', 'Active', 'Approved', 'Changes requested', 'Withdrawn'] as const;
const ourName = 'offers@contoso.com';

/**
 * Stands in for Azure DevOps Boards: a server on loopback that does what its documented REST API 7.1 does with work
 * items of one project. Nothing here was tried against the real service.
 */
export async function startAzureDevOps(): Promise<AzureDevOps> {
  const items = new Map<number, StoredItem>();
  const events: HookEvent[] = [];
  const disturbances: { readonly kind: Disturbance; readonly at: RegExp }[] = [];
  const calls: string[] = [];
  const state = { token, unfound: new Set<number>(), holdsBack: false };

  const add = (type: string): StoredItem => {
    const id = Math.max(0, ...items.keys()) + 1;
    const item: StoredItem = { id, type, rev: 0, fields: new Map(), updates: [], comments: [] };
    item.fields.set('System.TeamProject', project);
    return item;
  };
  const updated = (item: StoredItem): void => {
    const update = item.updates.at(-1);
    const revision = { id: item.id, rev: item.rev, fields: Object.fromEntries(item.fields) };
    const resource = { ...update, workItemId: item.id, revision };
    events.push({ eventType: 'workitem.updated', resource });
  };
  const patch = (item: StoredItem, operations: readonly PatchOperation[], by: string) => {
    const refusal = applyPatch(item, operations, { by, states });
    if (refusal === undefined && item.rev > 1) updated(item);
    return refusal;
  };
  const create = (type: string, operations: readonly PatchOperation[]) => {
    const item = add(type);
    const refusal = patch(
      item,
      [...operations, { op: 'add', path: '/fields/System.State', value: 'New' }],
      ourName,
    );
    if (refusal !== undefined) return refusal;
    items.set(item.id, item);
    if (state.holdsBack) state.unfound.add(item.id);
    return item;
  };

  const answer = (request: Request): Answer => {
    if (request.version === '') return refused(400, 'VssVersionNotSpecifiedException: no api-version.');
    const wants = request.path.endsWith('/comments') ? '7.1-preview.4' : '7.1';
    if (request.version !== wants)
      return refused(400, `VssInvalidPreviewVersionException: ${request.version}`);
    const [, below = ''] = /^wit\/(.*)$/.exec(request.path) ?? [];
    const [kind = '', name = '', more = ''] = below.split('/');
    if (request.method === 'POST' && kind === 'workitems' && name.startsWith('$')) {
      if (request.type !== 'application/json-patch+json') return refused(415, 'Unsupported media type.');
      const made = create(decodeURIComponent(name.slice(1)), request.body as readonly PatchOperation[]);
      return 'id' in made ? { status: 200, body: shown(made) } : refused(made.status, made.message);
    }
    if (request.method === 'POST' && kind === 'wiql')
      return found(request.body as { readonly query: string });
    if (kind === 'workitemtypes' && more === 'states')
      return { status: 200, body: { count: states.length, value: states.map((each) => ({ name: each })) } };
    const item = items.get(Number(name));
    if (item === undefined) return refused(404, `TF401232: Work item ${name} does not exist.`);
    if (request.method === 'PATCH') {
      if (request.type !== 'application/json-patch+json') return refused(415, 'Unsupported media type.');
      const refusal = patch(item, request.body as readonly PatchOperation[], ourName);
      return refusal === undefined
        ? { status: 200, body: shown(item) }
        : refused(refusal.status, refusal.message);
    }
    if (more === 'updates') return updatesOf(item, request.query);
    if (more === 'comments') return commentsOf(item, request.query);
    return { status: 200, body: shown(item) };
  };

  const found = ({ query }: { readonly query: string }): Answer => {
    const tag = /\[System\.Tags\] CONTAINS '((?:[^']|'')*)'/.exec(query)?.[1]?.replaceAll("''", "'");
    if (tag === undefined || !query.includes('[System.TeamProject] = @project'))
      return refused(400, 'TF51005');
    const seen = withTag(items.values(), tag).filter(({ id }) => !state.unfound.has(id));
    return { status: 200, body: { queryType: 'flat', workItems: seen.map(({ id }) => ({ id, url: '' })) } };
  };

  const disturbanceOf = (call: string): Disturbance | undefined => {
    const index = disturbances.findIndex(({ at }) => at.test(call));
    return index < 0 ? undefined : disturbances.splice(index, 1)[0]?.kind;
  };

  const server = await startLocalServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      const call = `${request.method} ${request.path}`;
      calls.push(call);
      const disturbance = disturbanceOf(call);
      if (disturbance === 'drop') return void incoming.socket.destroy();
      if (disturbance === 'hang') return;
      const isKnown = request.authorization === `Basic ${Buffer.from(`:${state.token}`).toString('base64')}`;
      const early = earlyAnswer(disturbance) ?? (isKnown ? undefined : unknownToken(request.method));
      const given = early ?? answer(request);
      if (disturbance === 'loseAnswer') return void incoming.socket.destroy();
      if (disturbance === 'keepAnswer') return;
      send(response, disturbance === 'slow' ? { ...given, headers: slowHeaders } : given);
    });
  });

  return {
    organizationUrl: `${server.origin}/contoso`,
    origin: server.origin,
    calls,
    items,
    events,
    disturb: (kind, at = /./) => void disturbances.push({ kind, at }),
    revokeToken: () => void (state.token = 'another'),
    act: (id, by, fields) => {
      const operations = Object.entries(fields).map(([name, value]) => ({
        op: 'add',
        path: `/fields/${name}`,
        value,
      }));
      const refusal = patch(theItem(items, id), operations, by);
      if (refusal !== undefined) throw new Error(refusal.message);
    },
    comment: (id, by, text) =>
      void patch(theItem(items, id), [{ op: 'add', path: '/fields/System.History', value: text }], by),
    copy: (id) => {
      const { type, fields } = theItem(items, id);
      const item = add(type);
      for (const [name, value] of fields) item.fields.set(name, value);
      patch(item, [], 'somebody@contoso.com');
      items.set(item.id, item);
      return item.id;
    },
    remove: (id) => void items.delete(id),
    holdBackQueries: (held) => {
      state.holdsBack = held;
      if (!held) state.unfound.clear();
    },
    close: server.close,
  };
}

type Request = {
  readonly method: string;
  /** Below `_apis`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: string;
  readonly type: string;
  readonly authorization: string;
  readonly body: unknown;
};

type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const url = new URL(incoming.url ?? '', 'http://localhost');
  const base = `/contoso/${encodeURIComponent(project)}/_apis/`;
  return {
    method: incoming.method ?? '',
    path: url.pathname.startsWith(base) ? url.pathname.slice(base.length) : 'nowhere',
    query: url.searchParams,
    version: url.searchParams.get('api-version') ?? '',
    type: incoming.headers['content-type'] ?? '',
    authorization: incoming.headers.authorization ?? '',
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function theItem(items: ReadonlyMap<number, StoredItem>, id: number): StoredItem {
  const item = items.get(id);
  if (item === undefined) throw new Error(`there is no item ${id}`);
  return item;
}

const shown = ({ id, rev, fields }: StoredItem): object => ({
  id,
  rev,
  fields: Object.fromEntries(fields),
  url: '',
});

function updatesOf({ updates }: StoredItem, query: URLSearchParams): Answer {
  const skip = Number(query.get('$skip') ?? 0);
  const value = updates.slice(skip, skip + Math.min(Number(query.get('$top') ?? 200), 200));
  return { status: 200, body: { count: value.length, value } };
}

function commentsOf({ comments }: StoredItem, query: URLSearchParams): Answer {
  const from = Number(query.get('continuationToken') ?? 0);
  const to = from + Number(query.get('$top') ?? 200);
  const page = comments.slice(from, to).map(({ text, by, isDeleted }, index) => ({
    id: from + index + 1,
    text,
    format: 'html',
    isDeleted,
    createdBy: { displayName: by, uniqueName: by },
  }));
  const more = to < comments.length ? { continuationToken: String(to) } : {};
  return { status: 200, body: { totalCount: comments.length, count: page.length, comments: page, ...more } };
}

const slowHeaders = { 'retry-after': '7', 'x-ratelimit-delay': '3.2', 'x-ratelimit-remaining': '0' };
const page = { 'content-type': 'text/html; charset=utf-8' };

const refused = (status: number, message: string): Answer => ({
  status,
  body: { $id: '1', message, errorCode: 0 },
});

/** Reading and posting lead to a page to sign in; patching is told plainly. */
const unknownToken = (method: string): Answer =>
  method === 'PATCH'
    ? refused(401, "TF400813: The user '' is not authorized to access this resource.")
    : { status: 203, body: '<html>Sign In</html>', headers: page };

function earlyAnswer(disturbance: Disturbance | undefined): Answer | undefined {
  switch (disturbance) {
    case 'throttle':
      return {
        ...refused(429, 'TF400733: The request has been canceled: Request was blocked.'),
        headers: slowHeaders,
      };
    case 'signIn':
      return { status: 203, body: '<html>Sign In</html>', headers: page };
    case 'unauthorized':
      return { status: 401, body: '', headers: page };
    case 'forbidden':
      return refused(403, `TF401027: You need the Edit work items permission, ${token}.`);
    case 'away':
      return { status: 503, body: '', headers: page };
    case 'nonsense':
      return { status: 200, body: { hello: 'world' } };
    case 'slow':
    case 'loseAnswer':
    case 'drop':
    case 'keepAnswer':
    case 'hang':
    case undefined:
      return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
