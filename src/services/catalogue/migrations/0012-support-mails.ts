import type { Migration } from './migration';

/** Mails about support requests wait here until a worker gets them out; requests before this were mailed at once. */
export const supportMails: Migration = {
  name: '0012-support-mails',
  statements: `
create table support_mail (
  case_id bigint not null references support_request,
  number integer not null,
  recipient text not null,
  language text not null,
  sent_at timestamptz,
  -- The mail server's reason why it will never take this one.
  refusal text,
  primary key (case_id, number)
);
create index support_mail_unsent on support_mail (case_id, number) where sent_at is null and refusal is null;
`,
};
