import type { Migration } from './migration';

/**
 * Callers choose the ids of operations: each counts within its offer, so that nobody can take another publisher's, or
 * find out that it is taken. `actorsOf` and the history look for an id first.
 */
export const operationIds: Migration = {
  name: '0014-operation-ids',
  statements: `
alter table operation drop constraint operation_pkey;
alter table operation add primary key (operation_id, publisher_id, offer_id);
`,
};
