import type { MailTransport, OutgoingMail } from '../../src/services/ports';

export type FakeMailTransport = MailTransport & {
  readonly mails: OutgoingMail[];
  /** Why the mail server cannot be used; undefined while it can. */
  away: string | undefined;
  /** The next mail to this address fails once; it may pass later. */
  readonly failNext: (to: string) => void;
  /** This address is refused for good. */
  readonly refuse: (to: string) => void;
};

export function fakeMailTransport(): FakeMailTransport {
  const failing = new Set<string>();
  const refused = new Set<string>();
  const fake: FakeMailTransport = {
    mails: [],
    away: undefined,
    failNext: (to) => failing.add(to),
    refuse: (to) => refused.add(to),
    send: async (mail) => {
      if (fake.away !== undefined) throw new Error(fake.away);
      if (failing.delete(mail.to)) throw new Error('the line broke');
      if (refused.has(mail.to)) return { kind: 'refused', reason: '550 no such user' };
      fake.mails.push(mail);
      return { kind: 'accepted' };
    },
    ping: async () => {
      if (fake.away !== undefined) throw new Error(fake.away);
    },
  };
  return fake;
}
