import type { Migration } from './migration';

/**
 * The run a publication began with; those that follow it, after a reset, have the same. Anybody may start a run with
 * a publication's id: only its own may write its log. Null in publications of earlier releases.
 */
export const firstRun: Migration = {
  name: '0016-first-run',
  statements: `
alter table publication add column first_run_id text;
`,
};
