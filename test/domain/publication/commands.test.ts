import fc from 'fast-check';
import { commandNames, readCommand, readEmailList } from '../../../src/domain/publication/commands';

const envelope = { requestId: 'r1', actor: 'ann' };

it.each([
  ['no argument', 'goLive', undefined],
  ['null', 'goLive', null],
  ['a list', 'cancel', [envelope]],
  ['a text', 'cancel', 'now'],
  ['no requestId', 'goLive', { actor: 'ann' }],
  ['an empty actor', 'goLive', { requestId: 'r1', actor: '  ' }],
  ['a number as requestId', 'goLive', { requestId: 7, actor: 'ann' }],
  ['an endless publicationId', 'cancel', { ...envelope, publicationId: 'x'.repeat(201) }],
  ['an empty publicationId', 'goLive', { ...envelope, publicationId: '' }],
  [
    'a date that is beyond the year 9999 in UTC',
    'goLive',
    { ...envelope, notBefore: '9999-12-31T23:59:59-05:00' },
  ],
  ['a date nobody knows', 'goLive', { ...envelope, notBefore: 'soon' }],
  ['a reason that is no text', 'cancel', { ...envelope, reason: { why: 1 } }],
  ['an unknown decision', 'reviewDecision', { ...envelope, decision: 'maybe' }],
  ['comments without words', 'reviewDecision', { ...envelope, decision: 'approve', comments: [{}] }],
  ['no address', 'notificationEmails', { ...envelope, emails: [] }],
  [
    'an address with a line break',
    'notificationEmails',
    { ...envelope, emails: ['a@b.com\r\nBcc: c@d.com'] },
  ],
] as const)('refuses %s with the reason', (_what, name, raw) => {
  const read = readCommand(name, raw);

  expect(read.kind).toBe('malformed');
  expect(read.kind === 'malformed' && read.problem.length > 5).toBe(true);
});

it('ignores unknown fields and cuts long texts', () => {
  const read = readCommand('cancel', { ...envelope, reason: 'x'.repeat(100_000), colour: 'red' });

  expect(read).toEqual({ kind: 'read', command: { ...envelope, name: 'cancel', reason: 'x'.repeat(500) } });
});

describe('comments of a decision', () => {
  const commentsOf = (comments: readonly object[]) => {
    const read = readCommand('reviewDecision', { ...envelope, decision: 'requestChanges', comments });
    if (read.kind !== 'read' || read.command.name !== 'reviewDecision') throw new Error(read.kind);
    return read.command;
  };

  it('that are long become several at the same place, and no character is cut in two', () => {
    const message = `${'x'.repeat(499)}😀${'y'.repeat(600)}`;

    const { comments } = commentsOf([{ message, path: 'main.json', line: 3 }]);

    expect(comments.map((each) => each.message).join('')).toBe(message);
    expect(comments.map((each) => each.message.length)).toEqual([499, 500, 102]);
    expect(new Set(comments.map(({ path, line }) => `${path}:${line}`))).toEqual(new Set(['main.json:3']));
  });

  it('are all kept, three hundred at most, and what is more is counted', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ message: `c${index}` }));

    expect(commentsOf(many(300))).toMatchObject({ comments: many(300) });
    expect(commentsOf(many(300)).dropped).toBeUndefined();
    expect(commentsOf(many(307))).toMatchObject({ comments: many(300), dropped: 7 });
  });
});

it('tells an undecodable payload from a malformed one', () => {
  expect(readCommand('goLive', { $undecodable: 'json/protobuf' })).toEqual({ kind: 'undecodable' });
});

it('reads a comma separated list of addresses as CPP sends it', () => {
  expect(readEmailList(' a@contoso.com, b@contoso.com ,a@contoso.com')).toEqual([
    'a@contoso.com',
    'b@contoso.com',
  ]);
});

it('never throws, whatever arrives', () => {
  fc.assert(
    fc.property(fc.constantFrom(...commandNames), fc.anything({ withNullPrototype: true }), (name, raw) => {
      expect(['read', 'malformed', 'undecodable']).toContain(readCommand(name, raw).kind);
    }),
  );
});
