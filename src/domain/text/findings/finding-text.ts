import type { Text } from '../language';

/** The words of one rule: what is wrong, with `{placeholders}` from the finding, and what to do about it. */
export type FindingText = { readonly message: Text; readonly fix: Text };

export type FindingTexts = Readonly<Record<string, FindingText>>;
