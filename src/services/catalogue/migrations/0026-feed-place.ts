import type { Migration } from './migration';

/**
 * An event's place in the feed is its transaction's number beyond a base. Another server counts transactions from its own
 * beginning; `feed-continuation.ts` raises the base there, so that new events come after all that were restored.
 */
export const feedPlace: Migration = {
  name: '0026-feed-place',
  statements: `
create table feed_base (
  only_row boolean primary key default true check (only_row),
  base bigint not null
);
insert into feed_base (base) values (0);

create function feed_place(transaction xid8) returns xid8 language sql stable as $$
  select (transaction::text::bigint + base)::text::xid8 from feed_base
$$;
alter table event alter column xid set default feed_place(pg_current_xact_id());
`,
};
