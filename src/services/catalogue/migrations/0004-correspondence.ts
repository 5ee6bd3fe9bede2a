import type { Migration } from './migration';

/** Mails that went out, and support requests that came in. */
export const correspondence: Migration = {
  name: '0004-correspondence',
  statements: `
create table sent_mail (
  ordinal bigint generated always as identity,
  key text primary key,
  publication_id text not null,
  message_id text not null unique,
  -- Message-ID of the publication's first mail; null for that one.
  thread_id text,
  prepared_at timestamptz not null default now(),
  sent_at timestamptz
);
create index sent_mail_of_publication on sent_mail (publication_id, ordinal);

create table support_request (
  case_id bigint generated always as identity primary key,
  publisher_id text not null,
  offer_id text not null,
  publication_id text,
  step text,
  contact_email text not null,
  text text not null,
  findings jsonb not null,
  created_at timestamptz not null default now()
);
create index support_request_of_offer on support_request (publisher_id, offer_id);
`,
};
