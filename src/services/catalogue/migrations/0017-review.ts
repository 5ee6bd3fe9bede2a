import type { Migration } from './migration';

/** What reviewers decide about, and what they and publishers say to each other. */
export const review: Migration = {
  name: '0017-review',
  statements: `
create table review_item (
  ordinal bigint generated always as identity unique,
  publication_id text not null,
  step text not null,
  publisher_id text not null,
  offer_id text not null,
  offer_type text not null,
  offer_version integer not null,
  title text not null,
  -- Null before packaging.
  package_digest text,
  report_ids jsonb not null,
  changes jsonb not null,
  certification_notes text,
  signed_off_by jsonb not null,
  board text not null,
  -- As the board knows it; null until it has answered.
  external_id text,
  external_url text,
  opened_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null,
  decided_at timestamptz,
  decision text check (decision in ('approve', 'requestChanges', 'withdrawn')),
  decided_by text,
  primary key (publication_id, step),
  check ((decision is null) = (decided_at is null))
);
create index review_item_of_offer on review_item (publisher_id, offer_id, ordinal);
create index review_item_waiting on review_item (ordinal) where decided_at is null;

-- Threads belong to the offer: what is open stays open for its next publication.
create table review_thread (
  ordinal bigint generated always as identity,
  thread_id text primary key,
  publisher_id text not null,
  offer_id text not null,
  publication_id text not null,
  file text,
  line integer check (line > 0),
  pointer text,
  state text not null default 'open' check (state in ('open', 'resolved')),
  opened_at timestamptz not null default clock_timestamp(),
  check (file is null or pointer is null),
  check (line is null or file is not null)
);
create index review_thread_of_offer on review_thread (publisher_id, offer_id, ordinal);

create table review_comment (
  ordinal bigint generated always as identity,
  comment_id text primary key,
  thread_id text not null references review_thread,
  publication_id text not null,
  actor text not null,
  side text not null check (side in ('reviewer', 'publisher')),
  text text not null,
  at timestamptz not null default clock_timestamp()
);
create index review_comment_of_thread on review_comment (thread_id, ordinal);
`,
};
