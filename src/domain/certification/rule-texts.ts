import type { Text } from '../text/language';
import { allRules } from './rule-table';
import { ruleCrashed } from './run-rules';

/** The words of every certification rule, by rule id. */
export const certificationTexts: Readonly<Record<string, { readonly message: Text; readonly fix: Text }>> =
  Object.fromEntries([...allRules, ruleCrashed].map(({ id, message, fix }) => [id, { message, fix }]));
