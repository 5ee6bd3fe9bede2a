/** The name of our own board: the reviewers' pages of the portal. */
export const ownBoard = 'own';
