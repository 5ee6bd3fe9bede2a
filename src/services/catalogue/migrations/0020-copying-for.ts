import type { Migration } from './migration';

/** The publication whose attempt copies a replica; null in those of earlier releases, which anybody may take over. */
export const copyingFor: Migration = {
  name: '0020-copying-for',
  statements: `
alter table replica add column copying_for text;
`,
};
