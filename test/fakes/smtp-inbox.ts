import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the wire, headers and all. */
  readonly raw: string;
};

export type InboxBehaviour = {
  /** What to answer to a sender or recipient; undefined accepts. */
  readonly refuseSender?: (address: string) => SmtpRefusal | undefined;
  readonly refuseRecipient?: (address: string) => SmtpRefusal | undefined;
  /** `drop`: keep the message, then cut the line without an answer. */
  readonly afterData?: (mail: ReceivedMail, count: number) => 'accept' | 'drop' | SmtpRefusal;
};

export type SmtpRefusal = { readonly code: number; readonly text: string };

export type SmtpInbox = {
  readonly url: string;
  readonly port: number;
  /** Every message whose content arrived, accepted or not. */
  readonly mails: readonly ReceivedMail[];
  readonly close: () => Promise<void>;
};

/** A real SMTP server that keeps what it gets and can be told to misbehave. */
export async function openSmtpInbox(behaviour: InboxBehaviour = {}, port = 0): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onMailFrom: ({ address }, _session, done) => done(failure(behaviour.refuseSender?.(address))),
    onRcptTo: ({ address }, _session, done) => done(failure(behaviour.refuseRecipient?.(address))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = received(session, Buffer.concat(chunks).toString('utf8'));
        mails.push(mail);
        const answer = behaviour.afterData?.(mail, mails.length) ?? 'accept';
        if (answer === 'drop') cutLine(server, session);
        else done(answer === 'accept' ? null : failure(answer));
      });
    },
  });
  // A client that goes away is part of the tests.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

function received(session: SMTPServerSession, raw: string): ReceivedMail {
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw };
}

function failure(refusal: SmtpRefusal | undefined): Error | null {
  return refusal === undefined
    ? null
    : Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}

type Connection = { readonly id: string; readonly _socket: { destroy: () => void } };

function cutLine(server: SMTPServer, { id }: SMTPServerSession): void {
  const connections = (server as unknown as { readonly connections: Iterable<Connection> }).connections;
  for (const connection of connections) if (connection.id === id) connection._socket.destroy();
}

/** One header, unfolded; undefined when there is none. */
export function headerOf({ raw }: ReceivedMail, name: string): string | undefined {
  const [head = ''] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return unfolded
    .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    ?.slice(name.length + 2);
}
