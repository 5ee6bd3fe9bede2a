import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toCloudEvent } from '../../src/domain/events/cloud-event';
import { eventTypes, toldKinds } from '../../src/domain/events/event-types';
import { webhookRequest } from '../../src/services/webhooks/webhook-request';
import { someEvent } from '../fakes/fake-event-feed';
import { actor, draft, offer } from '../services/catalogue/sample';
import { serveApp } from '../support/served-app';
import { apiToken } from '../support/test-app';
import { documentedCommands } from './commands';
import { type Document, fencesOf, root } from './documents';

const path = 'docs/EVENTS.md';
const document: Document = { path, text: readFileSync(join(root, path), 'utf8') };
const run = promisify(execFile);

const secrets = [1, 2].map((fill) => `whsec_${Buffer.alloc(32, fill).toString('base64')}`);
const [secret = '', nextSecret = ''] = secrets;

/** What a receiver may get: [headers, body, whether it is genuine under `secret`]. */
function requests(): readonly (readonly [Readonly<Record<string, string>>, string, boolean])[] {
  const event = toCloudEvent(someEvent, 'http://offers.example');
  if (event === undefined) throw new Error('this event is told');
  const sign = (with_: readonly string[], at = new Date()) =>
    webhookRequest({ deliveryId: 'd-1', mode: 'structured', secrets: with_ }, event, at);
  const genuine = sign([secret]);
  const rotated = sign([nextSecret, secret]);
  const foreign = sign([nextSecret]);
  const old = sign([secret], new Date(Date.now() - 600_000));
  return [
    [genuine.headers, genuine.body, true],
    [rotated.headers, rotated.body, true],
    [genuine.headers, genuine.body.replace('contoso', 'fabrikam'), false],
    [{ ...genuine.headers, 'webhook-id': 'd-2' }, genuine.body, false],
    [foreign.headers, foreign.body, false],
    [old.headers, old.body, false],
    [{}, genuine.body, false],
  ];
}

const runners = {
  ts: {
    file: 'verify.ts',
    command: [process.execPath, '--import', join(root, 'node_modules/tsx/dist/loader.mjs')],
    tail: `
const [, , secret = '', cases = ''] = process.argv;
console.log(JSON.stringify(JSON.parse(cases).map(([headers, body]) => isGenuine(secret, headers, body))));`,
  },
  python: {
    file: 'verify.py',
    command: ['python3'],
    tail: `
import json, sys
print(json.dumps([is_genuine(sys.argv[1], headers, body) for headers, body, _ in json.loads(sys.argv[2])]))`,
  },
} as const;

it.each(['ts', 'python'] as const)('verifies signatures with the lines it shows in %s', async (language) => {
  const { file, command, tail } = runners[language];
  const [shown] = fencesOf(document).filter((fence) => fence.language === language);
  const folder = await mkdtemp(join(tmpdir(), 'events-doc-'));
  await writeFile(join(folder, file), `${shown?.lines.join('\n')}\n${tail}\n`);
  const cases = requests();

  const [program = '', ...options] = command;
  const { stdout } = await run(program, [...options, join(folder, file), secret, JSON.stringify(cases)]);
  await rm(folder, { recursive: true });

  expect(JSON.parse(stdout)).toEqual(cases.map(([, , isGenuine]) => isGenuine));
});

it('describes every type with the fields it brings', () => {
  const rows = [...document.text.matchAll(/^\| `(offer-publication\.[\w.]+)` *\|[^|]*\| `(\{.*\})` *\|$/gm)];

  expect(new Set(rows.map(([, type]) => type))).toEqual(new Set(eventTypes));
  for (const [, type, json = ''] of rows) {
    const kind = toldKinds[eventTypes.indexOf(type ?? '')] ?? '';
    const payload = JSON.parse(json) as Readonly<Record<string, unknown>>;
    const told = toCloudEvent({ ...someEvent, kind, payload: { ...payload, secret: 'inside' } }, '');
    const { publisherId: _p, offerId: _o, publicationId: _i, actor: _a, ...fields } = told?.data ?? {};
    expect({ type, fields }).toEqual({ type, fields: payload });
  }
});

it('shows commands that work', async () => {
  const app = await serveApp();
  await app.catalogue.offers.saveDraft(offer, draft(), { actor });
  const [watch, subscribe] = documentedCommands['test/docs/events.test.ts'];
  const env = { ...process.env, OFFER_API: app.url, OFFER_TOKEN: apiToken };
  const watching = spawn('sh', ['-c', `exec ${watch}`], { env });
  let saved: Promise<unknown> | undefined;
  const seen = new Promise<string>((resolve) => {
    let text = '';
    watching.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes('draftSaved')) resolve(text);
      else if (text.includes('retry:'))
        saved ??= app.catalogue.offers.saveDraft(offer, draft({ a: 1 }), { actor });
    });
  });

  const made = await run('sh', ['-c', subscribe], { env });
  const text = await seen;
  await saved;
  watching.kill();
  await app.drop();

  expect(JSON.parse(made.stdout)).toMatchObject({ secret: expect.stringMatching(/^whsec_/) });
  expect(text).toMatch(/^retry: 2000\n\n(:\n\n)*id: \d+\.\d+\ndata: \{"specversion":"1.0"/);
});
