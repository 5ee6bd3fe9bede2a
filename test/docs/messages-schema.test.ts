import { z } from 'zod';
import schema from '../../docs/examples/messages.schema.json';
import { type CommandName, commandNames, readCommand } from '../../src/domain/publication/commands';
import { decide } from '../../src/domain/publication/decide';
import { readInput } from '../../src/workflows/input';
import { publicationAt, type Phase } from '../support/publication-at';

type Name = keyof typeof schema.$defs;

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

const allows = (name: Name, value: unknown): boolean => {
  const one = { $ref: `#/$defs/${name}`, $defs: schema.$defs } as JsonSchema;
  return z.fromJSONSchema(one).safeParse(value).success;
};

const isRead = (name: CommandName | 'start', value: unknown): boolean =>
  (name === 'start' ? readInput(value) : readCommand(name, value)).kind === 'read';

const sender = { requestId: 'r-1', actor: 'ann@contoso.com' };
const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const emails = ['ann@contoso.com'];
const longText = 'x'.repeat(201);

it('describes every message there is', () => {
  expect(commandNames.filter((name) => !(name in schema.$defs))).toEqual([]);
});

it.each<[CommandName | 'start', unknown]>([
  ['start', offer],
  ['start', { ...offer, colour: 'red' }],
  [
    'start',
    {
      ...offer,
      notificationEmails: emails,
      offerVersion: 3,
      language: 'zh',
      requestedBy: 'ann',
      certificationNotes: 'Needs 2 cores.',
      draftEtag: 'e1',
    },
  ],
  ['start', { ...offer, publicationId: '3f1d0c9a-5b1e-4b57-9a52-0d6c4b2f7a11' }],
  ['goLive', sender],
  ['goLive', { ...sender, publicationId: 'p-1', colour: 'red' }],
  ['goLive', { ...sender, notBefore: '2027-01-31T09:00:00Z' }],
  ['goLive', { ...sender, notBefore: '2027-01-31T09:00:00+01:00' }],
  ['withdrawGoLive', sender],
  ['cancel', sender],
  ['cancel', { ...sender, reason: 'A typo.' }],
  ['reviewDecision', { ...sender, decision: 'approve' }],
  [
    'reviewDecision',
    { ...sender, decision: 'requestChanges', comments: [{ message: 'm', path: 'p', line: 3 }] },
  ],
  ['notificationEmails', { ...sender, emails }],
])('allows a %s that the workflow reads: %j', (name, value) => {
  expect({ allowed: allows(name, value), read: isRead(name, value) }).toEqual({ allowed: true, read: true });
});

it.each<[CommandName | 'start', unknown]>([
  ['start', undefined],
  ['start', {}],
  ['start', { ...offer, publisherId: 'Contoso' }],
  ['start', { ...offer, publicationId: 'p-1' }],
  ['start', { ...offer, offerVersion: 0 }],
  ['start', { ...offer, offerVersion: 1.5 }],
  ['start', { ...offer, notificationEmails: ['ann'] }],
  ['goLive', null],
  ['goLive', [sender]],
  ['goLive', 'go'],
  ['goLive', { actor: 'ann' }],
  ['goLive', { requestId: 'r-1' }],
  ['goLive', { ...sender, requestId: ' ' }],
  ['goLive', { ...sender, requestId: 7 }],
  ['goLive', { ...sender, actor: longText }],
  ['goLive', { ...sender, publicationId: 7 }],
  ['goLive', { ...sender, publicationId: longText }],
  ['goLive', { ...sender, publicationId: ' ' }],
  ['goLive', { ...sender, notBefore: 'soon' }],
  ['goLive', { ...sender, notBefore: 7 }],
  ['withdrawGoLive', {}],
  ['cancel', { ...sender, reason: 7 }],
  ['reviewDecision', sender],
  ['reviewDecision', { ...sender, decision: 'maybe' }],
  ['reviewDecision', { ...sender, decision: 'approve', comments: 'fine' }],
  ['reviewDecision', { ...sender, decision: 'approve', comments: [{ path: 'p' }] }],
  ['notificationEmails', sender],
  ['notificationEmails', { ...sender, emails: [] }],
  ['notificationEmails', { ...sender, emails: ['ann at contoso'] }],
  ['notificationEmails', { ...sender, emails: Array.from({ length: 21 }, (_, at) => `a${at}@contoso.com`) }],
])('forbids a %s that the workflow refuses: %j', (name, value) => {
  expect({ allowed: allows(name, value), read: isRead(name, value) }).toEqual({
    allowed: false,
    read: false,
  });
});

it.each<[Phase, CommandName, object]>([
  ['signOff', 'goLive', {}],
  ['signOff', 'cancel', {}],
  ['signOff', 'withdrawGoLive', {}],
  ['signOff', 'goLive', { publicationId: 'another' }],
  ['certification', 'cancel', {}],
  ['certification', 'reviewDecision', { decision: 'approve' }],
  ['live', 'goLive', {}],
  ['live', 'notificationEmails', { emails }],
])('describes the answer at %s to %s %j', (phase, name, fields) => {
  const read = readCommand(name, { ...sender, ...fields });
  if (read.kind !== 'read') throw new Error('This case is not a message.');

  const { answer } = decide(publicationAt(phase), read.command, '2026-11-20T12:00:00.000Z');

  expect(allows('answer', answer)).toBe(true);
});
