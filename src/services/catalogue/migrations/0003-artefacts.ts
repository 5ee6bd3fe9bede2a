import type { Migration } from './migration';

/** Bytes and what is known about them: artefacts, reports, replicas with their holders, packages. */
export const artefacts: Migration = {
  name: '0003-artefacts',
  statements: `
create table artefact (
  digest text primary key,
  bytes bigint not null,
  medium text not null check (medium in ('pageBlob', 'blockBlob')),
  content_type text not null,
  ranges jsonb not null,
  facts jsonb not null,
  created_at timestamptz not null default now()
);

-- source_id is a digest of the other columns: a URL can be longer than an index takes.
create table artefact_source (
  source_id text primary key,
  url text not null,
  etag text not null,
  bytes bigint not null,
  digest text not null,
  read_at timestamptz not null default now()
);

create table artefact_binding (
  publisher_id text not null,
  offer_id text not null,
  offer_version integer not null,
  artefact_id text not null,
  digest text not null,
  report_id text not null,
  primary key (publisher_id, offer_id, offer_version, artefact_id)
);
create index artefact_binding_of_digest on artefact_binding (digest);

create table report (
  report_id text primary key,
  subject text not null,
  rule_set_version text not null,
  verdict text not null check (verdict in ('passed', 'reviewRequired', 'failed')),
  findings jsonb not null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz not null default clock_timestamp(),
  valid_until timestamptz not null
);
create index report_of_subject on report (subject, rule_set_version, confirmed_at);

-- One sequence for all: an attempt is never given again, not even to a replica that was forgotten and made anew.
create sequence replica_attempt as integer;

create table replica (
  digest text not null,
  region text not null,
  state text not null check (state in ('copying', 'verified')),
  attempt integer not null,
  journal jsonb not null,
  verified_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (digest, region)
);
create index replica_by_age on replica (changed_at);

create table replica_hold (
  digest text not null,
  region text not null,
  publication_id text not null,
  publisher_id text not null,
  offer_id text not null,
  -- Null while it holds; afterwards it remembers who has to delete the replica.
  released_at timestamptz,
  primary key (digest, region, publication_id),
  foreign key (digest, region) references replica on delete cascade
);
create index replica_hold_of_publication on replica_hold (publication_id);

-- json, not jsonb: manifest and page are kept letter by letter, because a signature covers them.
create table package (
  package_digest text primary key,
  manifest json not null,
  page json not null,
  signature json not null,
  created_at timestamptz not null default now()
);
`,
};
