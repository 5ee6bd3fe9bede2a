import type { Migration } from './migration';

/** Whoever follows the event feed is woken; webhooks, what they are sent, and answers kept for repeated requests. */
export const webhooks: Migration = {
  name: '0008-webhooks',
  statements: `
-- One wake-up for a transaction, however many events it writes.
create function tell_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('event', '');
  return null;
end $$;
create trigger event_is_told after insert on event for each statement execute function tell_event();
create index event_of_publisher on event (publisher_id, xid, id);

create table webhook (
  webhook_id uuid primary key,
  publisher_id text not null,
  url text not null,
  -- Kinds of events; none: every kind.
  kinds text[] not null,
  mode text not null check (mode in ('structured', 'binary')),
  contact_email text,
  state text not null default 'active' check (state in ('active', 'disabled')),
  disabled_because jsonb,
  disabled_at timestamptz,
  -- When the contact was told of it.
  noticed_at timestamptz,
  -- Ciphertext only. The previous secret signs beside the new one until its time.
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamptz,
  -- The last event it does not get.
  since_xid xid8 not null,
  since_id bigint not null,
  created_by text not null,
  created_at timestamptz not null
);
create index webhook_of_publisher on webhook (publisher_id, created_at);

-- The one place up to which deliveries have been made of the feed.
create table webhook_feed (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null,
  id bigint not null
);
-- What happened before there were webhooks is sent to nobody.
insert into webhook_feed (xid, id) values ('0', 0);
update webhook_feed set (xid, id) = (last.xid, last.id) from (
  select xid, id from event where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, id desc limit 1
) last;

create table webhook_delivery (
  delivery_id uuid primary key default gen_random_uuid(),
  ordinal bigint generated always as identity unique,
  webhook_id uuid not null references webhook on delete cascade,
  event_id bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  -- While somebody is sending it: when somebody else may take it over.
  next_try_at timestamptz not null,
  -- Of whoever is sending it.
  lease uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_try_at) where state = 'waiting';
create index webhook_delivery_listed on webhook_delivery (webhook_id, ordinal);
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;

create table webhook_try (
  try_id bigint generated always as identity primary key,
  delivery_id uuid not null references webhook_delivery on delete cascade,
  at timestamptz not null,
  duration_ms integer not null,
  -- Null when there was no answer.
  status integer,
  answer text not null
);
create index webhook_try_of_delivery on webhook_try (delivery_id, try_id);

-- One row for a key, who sent it, and where to; the answer is ciphertext, because some answers show a secret once.
create table idempotent_request (
  name text primary key,
  fingerprint text not null,
  lease uuid not null,
  started_at timestamptz not null,
  status integer,
  headers jsonb,
  body bytea
);
create index idempotent_request_age on idempotent_request (started_at);
`,
};
