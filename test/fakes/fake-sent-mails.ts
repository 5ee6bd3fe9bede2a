import type { SentMails } from '../../src/services/ports';

/** Message-IDs are `<1@fake>`, `<2@fake>`, ... in the order their keys came up. */
export function fakeSentMails(): SentMails & {
  readonly sent: ReadonlySet<string>;
  readonly keys: readonly string[];
} {
  const keys: string[] = [];
  const sent = new Set<string>();
  const messageIdOf = (key: string): string => `<${keys.indexOf(key) + 1}@fake>`;
  const publicationOf = (key: string): string | undefined => key.split('/')[0];
  return {
    keys,
    sent,
    prepare: (key, publicationId) => {
      if (!keys.includes(key)) keys.push(key);
      const first = keys.find((each) => publicationOf(each) === publicationId);
      const threadId = first === undefined || first === key ? null : messageIdOf(first);
      return Promise.resolve({
        messageId: messageIdOf(key),
        sentAt: sent.has(key) ? '2026-01-01' : null,
        threadId,
      });
    },
    markSent: (key) => {
      sent.add(key);
      return Promise.resolve();
    },
  };
}
