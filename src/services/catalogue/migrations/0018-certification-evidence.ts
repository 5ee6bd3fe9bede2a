import type { Migration } from './migration';

/**
 * What certifications rest on: the results of every rule, what each publication's inputs turned out to be, the signed
 * report over them, and exceptions from rules.
 */
export const certificationEvidence: Migration = {
  name: '0018-certification-evidence',
  statements: `
-- Null in reports of earlier releases: those are judged again.
alter table report add column tests jsonb;
-- In force when it was judged, sorted; a report counts only while the same are.
alter table report add column exception_ids jsonb not null default '[]';

create table certification_part (
  publication_id text not null,
  name text not null,
  certified_at timestamptz not null,
  part jsonb not null,
  primary key (publication_id, name)
);

create table certification_report (
  publication_id text primary key,
  publisher_id text not null,
  offer_id text not null,
  offer_version integer not null,
  -- SHA-256 of the signed envelope, its name in staging.
  digest text not null,
  bytes integer not null,
  at timestamptz not null,
  valid_until timestamptz,
  verdict text not null check (verdict in ('passed', 'reviewRequired', 'failed')),
  rule_sets jsonb not null,
  exceptions jsonb not null
);
create index certification_report_by_digest on certification_report (digest);

create table certification_exception (
  ordinal bigint generated always as identity unique,
  exception_id uuid primary key,
  publisher_id text not null,
  offer_id text,
  plan_id text,
  rule_id text not null,
  reason text not null,
  approver text not null,
  granted_at timestamptz not null default clock_timestamp(),
  until timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check (plan_id is null or offer_id is not null),
  check ((ended_at is null) = (ended_by is null))
);
create index certification_exception_of_publisher on certification_exception (publisher_id, ordinal);
`,
};
