import type { RealSystem } from './real-system';
import { until } from './until';

/** Waits for a mail with such a subject; without the soft line ends of mails. */
export const mailAbout = ({ inbox }: Pick<RealSystem, 'inbox'>, subject: RegExp): Promise<string> =>
  until(`a mail about ${String(subject)}`, () => {
    const mail = inbox.mails.find(({ raw }) => subject.test(/^Subject: (.*)$/m.exec(raw)?.[1] ?? ''));
    return mail !== undefined && mail.raw.replace(/=\r?\n/g, '');
  });
