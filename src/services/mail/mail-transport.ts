import { createTransport, type SendMailOptions } from 'nodemailer';
import { errorText } from '../../domain/text/error-text';
import type { MailTransport, OutgoingMail } from '../ports';
import { faultOf } from './mail-faults';
import { permanentRefusal } from './smtp-refusal';

export type MailTransportOptions = {
  /** `smtp://host:25` or `smtps://user:password@host:465`. */
  readonly smtpUrl: string;
  readonly from: string;
  /** A server that is silent for this long is given up; default 20 s. */
  readonly silenceMs?: number;
};

/** How long one message may take in all, whatever the server trickles. */
const deadlineMs = 60_000;

/** Sends mails over SMTP through a small pool of connections. `close` ends them; nothing is queued. */
export function openMailTransport({
  smtpUrl,
  from,
  silenceMs = 20_000,
}: MailTransportOptions): MailTransport & { close: () => void } {
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    // A connection lost in the middle fails the message: the caller repeats it, under the same Message-ID.
    maxRequeues: 0,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    // Contents are strings of ours; nothing in them may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);

  return {
    send: async (mail) => {
      const fault = faultOf(mail);
      if (fault !== undefined) return { kind: 'refused', reason: fault };
      try {
        await pool.sendMail(messageOf(mail, from));
        return { kind: 'accepted' };
      } catch (error) {
        const reason = permanentRefusal(error);
        if (reason === undefined) throw trouble(smtpUrl, error);
        return { kind: 'refused', reason };
      }
    },
    ping: async () => {
      try {
        await pool.verify();
      } catch (error) {
        throw trouble(smtpUrl, error);
      }
    },
    close: () => {
      pool.close();
    },
  };
}

/** Names the server, never the password its URL may hold. */
function trouble(smtpUrl: string, cause: unknown): Error {
  const problem = errorText(cause);
  return new Error(`The mail server ${new URL(smtpUrl).host} cannot be used now: ${problem}`, { cause });
}

function messageOf(mail: OutgoingMail, from: string): SendMailOptions & { readonly signal: AbortSignal } {
  const { messageId, references, to, subject, text, html } = mail;
  return {
    from,
    // An address object, never a string: a string could name further recipients.
    to: { name: '', address: to },
    messageId,
    ...(references === undefined ? {} : { references, inReplyTo: references }),
    subject,
    text,
    html,
    // Out-of-office programs do not answer to this.
    headers: { 'Auto-Submitted': 'auto-generated' },
    signal: AbortSignal.timeout(deadlineMs),
  };
}
