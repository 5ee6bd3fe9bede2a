import type { Client } from 'pg';
import type { Catalogue } from '../src/services/ports';
import { listedOffer } from '../test/support/listed-offer';

export const manyOffers = 100_000;
const publishers = 500;
/** One publisher in ten offers: as uneven as such things are. */
export const largePublisher = 'publisher-0';

/**
 * Fills an empty catalogue with offers of every status, their drafts as large as real ones. Written by SQL and counted
 * afterwards: saving them one by one would take an hour and end in the same rows.
 */
export async function fillWithOffers(catalogue: Pick<Catalogue, 'offers'>, database: Client): Promise<void> {
  const model = { publisherId: largePublisher, offerId: 'model' };
  await catalogue.offers.saveDraft(model, listedOffer(), { actor: 'bench' });
  await database.query('alter table offer disable trigger user');
  await database.query(`insert into publisher (publisher_id)
    select 'publisher-' || n from generate_series(1, ${publishers - 1}) n`);
  await database.query(`
    insert into offer (publisher_id, offer_id, offer_type, draft, etag, tick_version, status, situation, changed_at,
      title, name_key, words)
    select publisher_id, offer_id, 'microsoft-azure-virtualmachines', draft, 'W/"' || n || '"', 638000000000000000 + n,
      status, situation, timestamptz '2026-01-01' + n * interval '10 seconds', title, lower(title),
      array_to_tsvector(array(select distinct left(word, length)
        from regexp_split_to_table(lower(offer_id || ' ' || title), '[^[:alnum:]]+') word
        cross join lateral generate_series(1, least(char_length(word), 20)) length))
    from (
      select n, model.draft,
        case when n % 10 = 0 then '${largePublisher}' else 'publisher-' || (n * 7919) % ${publishers} end as publisher_id,
        'offer-' || n as offer_id,
        (array['Debian', 'Windows', 'Ubuntu', 'Postgres', 'Redis', 'Kafka', 'Nginx', 'Gitea', 'Elastic', 'Hadoop'])[1 + n % 10]
          || ' ' || (array['server', 'cluster', 'gateway', 'appliance', 'workstation', 'sandbox', 'broker'])[1 + n % 7]
          || ' ' || n as title,
        (array['neverPublished', 'running', 'waitingForPublisherReview', 'failed', 'canceled', 'succeeded'])[kind] as status,
        (array['draft', 'inProgress', 'awaitingSignOff', 'failed', 'canceled', 'live'])[kind] as situation
      from generate_series(1, ${manyOffers - 1}) n
      cross join (select draft from offer limit 1) model
      cross join lateral (select case
        when n % 1000 = 3 then 4 when n % 100 < 15 then 1 when n % 100 < 18 then 2
        when n % 100 < 22 then 3 when n % 100 < 25 then 5 else 6 end as kind) as kinds
    ) as made`);
  await database.query(`insert into offer_count
    select publisher_id, offer_type, status, situation, count(*) from offer group by 1, 2, 3, 4
    on conflict (publisher_id, offer_type, status, situation) do update set offers = excluded.offers`);
  await database.query('alter table offer enable trigger user');
  await database.query('vacuum analyze offer');
}
