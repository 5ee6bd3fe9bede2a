import type { Migration } from './migration';

/** Who may come in: API tokens and signed-in browsers, both without their secrets; and what publishers say of themselves. */
export const access: Migration = {
  name: '0006-access',
  statements: `
alter table publisher add column display_text text;
alter table publisher add column go_live_votes integer not null default 1 check (go_live_votes in (1, 2));

-- publisher_id null: reaches every publisher. digest: SHA-256 of 256 random bits, which no dictionary holds.
create table api_token (
  token_id uuid primary key default gen_random_uuid(),
  publisher_id text references publisher,
  name text not null,
  role text not null check (role in ('Owner', 'Contributor', 'Reviewer', 'Operator')),
  digest bytea not null unique check (octet_length(digest) = 32),
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index api_token_name on api_token (publisher_id, name) nulls not distinct where revoked_at is null;

-- One row a cookie. session_id is common to a sign-in and all cookies that followed it.
create table web_session (
  digest bytea primary key check (octet_length(digest) = 32),
  session_id uuid not null,
  credential text not null,
  started_at timestamptz not null,
  issued_at timestamptz not null,
  replaced_at timestamptz
);
create index web_session_cookies on web_session (session_id);
create index web_session_age on web_session (started_at);
`,
};
