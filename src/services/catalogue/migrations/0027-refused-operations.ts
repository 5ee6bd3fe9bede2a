import type { Migration } from './migration';

/** Why the publication refused what had been taken before it could answer, as `{ code, params }`. */
export const refusedOperations: Migration = {
  name: '0027-refused-operations',
  statements: `
alter table operation add column refusal json;
`,
};
