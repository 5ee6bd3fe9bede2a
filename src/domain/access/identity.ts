import { type Permission, type Role, mayDo } from './role';

/** Whoever sent a request, once let in. */
export type Identity = {
  /** As history, log and mails name them, e.g. `ci@contoso`; two votes of one actor are one vote. */
  readonly actor: string;
  readonly role: Role;
  /** The only publisher they reach; null: every one. */
  readonly publisherId: string | null;
};

export const reaches = ({ publisherId }: Identity, asked: string): boolean =>
  publisherId === null || publisherId === asked;

export const may = (identity: Identity, permission: Permission, publisherId: string): boolean =>
  reaches(identity, publisherId) && mayDo(identity.role, permission);
