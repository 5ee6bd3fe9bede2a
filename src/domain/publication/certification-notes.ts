/** Characters of what a publisher tells reviewers with a publication; the history keeps no longer texts. */
export const longestNotes = 500;
