import type { Migration } from './migration';

/** When an artefact's bytes in staging were last read in or found: what nobody needs for long is dropped there. */
export const staging: Migration = {
  name: '0013-staging',
  statements: `
alter table artefact add column used_at timestamptz not null default now();
`,
};
