import type { Migration } from './migration';

/**
 * Lists of offers without reading their drafts: title, order, words to search and the situation people see stand
 * in columns of their own. And discarded drafts: an offer whose versions have to be kept is marked, not removed.
 */
export const offerList: Migration = {
  name: '0009-offer-list',
  statements: `
alter table offer
  add column title text not null default '',
  add column name_key text collate "C" not null default '',
  add column words tsvector not null default '',
  add column situation text collate "C" not null default 'draft',
  add column discarded_at timestamptz;

update offer set
  title = left(coalesce(
    nullif(btrim(draft #>> '{definition,offer,microsoft-azure-marketplace.title}'), ''),
    nullif(btrim(draft #>> '{definition,displayText}'), ''), offer_id), 200);
update offer set
  name_key = left(lower(title), 80),
  words = array_to_tsvector(array(
    select distinct left(word, length) from regexp_split_to_table(lower(offer_id || ' ' || title), '[^[:alnum:]]+') word
    cross join lateral generate_series(1, least(char_length(word), 20)) length)),
  situation = case status
    when 'running' then 'inProgress'
    when 'waitingForPublisherReview' then 'awaitingSignOff'
    when 'succeeded' then 'live'
    when 'failed' then 'failed'
    when 'canceled' then 'canceled'
    else 'draft' end;
update offer set situation = told.situation from (
  select publication_id, case
    when ended_at is null and status -> 'steps' @> '[{"status": "waitingForApproval"}]' then 'inReview'
    when ended_at is null and status -> 'goLive' ? 'notBefore' and status #> '{goLive,votes}' <> '[]'
      and status #>> '{goLive,approved}' = 'false' then 'goLiveScheduled'
    when ended_at is not null and status ->> 'outcome' = 'rejected' then 'changesRequested'
    when ended_at is not null and status ->> 'outcome' is null then 'ownFailure'
  end as situation from publication
) told where told.publication_id = offer.current_publication_id and told.situation is not null;

-- Lists of one publisher and of all, in each order a reader can choose; the last is for searches.
create index offer_by_change on offer (tick_version, publisher_id, offer_id) where discarded_at is null;
create index offer_by_name on offer (name_key, publisher_id, offer_id) where discarded_at is null;
create index offer_by_situation on offer (situation, name_key, publisher_id, offer_id) where discarded_at is null;
create index offer_of_publisher_by_change on offer (publisher_id, tick_version, offer_id)
  where discarded_at is null;
create index offer_of_publisher_by_name on offer (publisher_id, name_key, offer_id) where discarded_at is null;
create index offer_of_publisher_by_situation on offer (publisher_id, situation, name_key, offer_id)
  where discarded_at is null;
create index offer_by_word on offer using gin (words) with (gin_pending_list_limit = 256) where discarded_at is null;

-- The counters again, now for everything a list can be filtered by, and without discarded offers.
drop trigger count_new_offer on offer;
drop trigger count_changed_offer on offer;
drop table offer_count;
create table offer_count (
  publisher_id text not null references publisher,
  offer_type text not null,
  status text not null,
  situation text not null,
  offers bigint not null,
  primary key (publisher_id, offer_type, status, situation)
);
insert into offer_count
select publisher_id, offer_type, status, situation, count(*) from offer group by 1, 2, 3, 4;

create or replace function count_offer() returns trigger language plpgsql as $$
begin
  insert into offer_count as kept (publisher_id, offer_type, status, situation, offers)
  select publisher_id, offer_type, status, situation, sum(change) from (
    select new.publisher_id, new.offer_type, new.status, new.situation, 1 as change
    where tg_op <> 'DELETE' and new.discarded_at is null
    union all
    select old.publisher_id, old.offer_type, old.status, old.situation, -1
    where tg_op <> 'INSERT' and old.discarded_at is null
  ) changes
  group by publisher_id, offer_type, status, situation having sum(change) <> 0
  order by publisher_id, offer_type, status, situation
  on conflict (publisher_id, offer_type, status, situation) do update set offers = kept.offers + excluded.offers;
  return null;
end $$;
create trigger count_new_offer after insert or delete on offer for each row execute function count_offer();
create trigger count_changed_offer after update on offer for each row
  when ((old.offer_type, old.status, old.situation, old.discarded_at)
    is distinct from (new.offer_type, new.status, new.situation, new.discarded_at))
  execute function count_offer();

-- Whether an offer was ever shown to anybody.
create index event_that_showed on event (publisher_id, offer_id) where kind in ('previewSet', 'productionSet');
`,
};
