import type { Migration } from './migration';

/**
 * Housekeeping also looks for publications that a successor has closed: it may have died before it released what they
 * held.
 */
export const tidyAfterSuccessor: Migration = {
  name: '0024-tidy-after-successor',
  statements: `
drop index publication_to_check;
create index publication_to_check on publication (checked_at) where opened_at is not null and (ended_at is null
  or ((newest_run_id like 'terminated.%' or newest_run_id like 'closed-by.%')
    and tidied_run_id is distinct from newest_run_id));
`,
};
