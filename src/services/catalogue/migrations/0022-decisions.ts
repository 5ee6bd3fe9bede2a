import type { Migration } from './migration';

/** Which boards have still to be told how a review ended, and with which message a comment came. */
export const decisions: Migration = {
  name: '0022-decisions',
  statements: `
alter table review_item add column board_told_at timestamptz;
alter table review_item add column board_tried_at timestamptz;
create index review_item_board_untold on review_item (board, ordinal)
  where decided_at is not null and board_told_at is null and board <> 'own';

-- Null for what API or portal let in.
alter table review_comment add column request_id text;
`,
};
