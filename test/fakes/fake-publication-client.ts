import type { ClientAnswer } from '../../src/client';
import { passedDate } from '../../src/client/passed-date';
import type { Command, CommandName } from '../../src/domain/publication/commands';
import { readCommand } from '../../src/domain/publication/commands';
import { decide } from '../../src/domain/publication/decide';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { AppDeps } from '../../src/http/deps';

const now = new Date('2026-11-20T12:00:00.000Z');

/** Of the publication that runs already. */
export const runningId = '99999999-9999-4999-8999-999999999999';

export type FakePublicationClient = AppDeps['client'] & {
  readonly sent: { readonly name: CommandName | 'publish'; readonly input: unknown }[];
  /** Answers for the next call instead of the decision table. `alreadyRunning` is {@link runningId}. */
  next: ClientAnswer['kind'] | 'runFails' | 'alreadyRunning' | 'otherDraft' | 'ownOtherDraft' | undefined;
};

/** A client whose run answers by the real decision table over `current()`. */
export function fakePublicationClient(current: () => PublicationStatus | undefined): FakePublicationClient {
  const tell =
    (name: CommandName) =>
    async (_offer: unknown, message: object): Promise<ClientAnswer> => {
      const input = { requestId: 'made-up', ...message };
      fake.sent.push({ name, input });
      const { requestId } = input;
      const status = current();
      if (fake.next === 'pending' || fake.next === 'runFails')
        return { kind: 'pending', requestId, why: fake.next === 'pending' ? 'noAnswer' : fake.next };
      if (status === undefined || status.endedAt !== null) return { kind: 'noPublication', requestId };
      const read = readCommand(name, input);
      if (read.kind !== 'read') {
        const message = { code: 'message.malformed', params: { name, problem: 'it is wrong' } };
        return { kind: 'refused', requestId, code: 'malformed', message };
      }
      return { ...answerOf(status, read.command), requestId };
    };
  const fake: FakePublicationClient = {
    sent: [],
    next: undefined,
    publish: async (input) => {
      fake.sent.push({ name: 'publish', input });
      const publicationId = input.publicationId ?? 'none';
      const code = 'publicationRunning';
      if (fake.next === 'otherDraft') return { kind: 'refused', code, publicationId: runningId };
      if (fake.next === 'ownOtherDraft') return { kind: 'refused', code, publicationId };
      return fake.next === 'alreadyRunning'
        ? { kind: 'alreadyRunning', publicationId: runningId, runId: 'run-1' }
        : { kind: 'started', publicationId, runId: 'run-1' };
    },
    goLive: async (offer, message) =>
      passedDate({ requestId: 'made-up', ...message }, now) ?? tell('goLive')(offer, message),
    withdrawGoLive: tell('withdrawGoLive'),
    cancel: tell('cancel'),
    provideNotificationEmails: tell('notificationEmails'),
    reviewDecision: tell('reviewDecision'),
    newestId: async () => current()?.publicationId,
    status: async () => current(),
  };
  return fake;
}

const answerOf = (status: PublicationStatus, command: Command) =>
  decide(status, command, now.toISOString()).answer;
