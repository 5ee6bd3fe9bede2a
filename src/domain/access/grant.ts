import { type Identity, may, reaches } from './identity';
import { permissionsOf, type Role, roles } from './role';

/** What a token is made for; `publisherId` null: every publisher. */
export type Grant = { readonly role: Role; readonly publisherId: string | null };

/** The roles of the tokens that somebody may make for a publisher, or for all of them (null). */
export const grantable = (granter: Identity, publisherId: string | null): readonly Role[] =>
  roles.filter((role) => mayGrant(granter, { role, publisherId }));

/** Whether somebody may make a token for this: nobody grants more than they have. */
function mayGrant(granter: Identity, { role, publisherId }: Grant): boolean {
  const isWithinReach =
    publisherId === null
      ? granter.publisherId === null && granter.role === 'Operator'
      : reaches(granter, publisherId) && may(granter, 'manage', publisherId);
  const own = permissionsOf(granter.role);
  return isWithinReach && permissionsOf(role).every((permission) => own.includes(permission));
}

/** Whether somebody runs the whole installation; an Operator of one publisher does not. */
export const runsInstallation = ({ role, publisherId }: Identity): boolean =>
  role === 'Operator' && publisherId === null;
