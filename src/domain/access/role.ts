/** What somebody may do, of one publisher or of all (`Identity.publisherId`). */
export const roles = ['Owner', 'Contributor', 'Reviewer', 'Operator'] as const;
export type Role = (typeof roles)[number];

/**
 * `edit`: drafts and uploads; `publish`: publish, go live, cancel; `manage`: tokens, webhooks, the publisher itself;
 * `review`: reviewers' decisions; `operate`: links into the Temporal UI, making publishers.
 */
export type Permission = 'read' | 'edit' | 'publish' | 'manage' | 'review' | 'operate';

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  Owner: ['read', 'edit', 'publish', 'manage'],
  Contributor: ['read', 'edit', 'publish'],
  Reviewer: ['read', 'review'],
  Operator: ['read', 'edit', 'publish', 'manage', 'review', 'operate'],
};

export const permissionsOf = (role: Role): readonly Permission[] => granted[role];

export const mayDo = (role: Role, permission: Permission): boolean => granted[role].includes(permission);
