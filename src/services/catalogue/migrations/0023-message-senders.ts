import type { Migration } from './migration';

/**
 * Who sends a message, noted before it is sent: the publication may tell of it, and mails go out, before its operation
 * is written. The operation takes the note's place; notes of refused messages say nothing to anybody and go after a month.
 */
export const messageSenders: Migration = {
  name: '0023-message-senders',
  statements: `
create table message_sender (
  publisher_id text not null,
  offer_id text not null,
  operation_id text not null,
  actor text not null,
  noted_at timestamptz not null default now(),
  primary key (publisher_id, offer_id, operation_id)
);
`,
};
