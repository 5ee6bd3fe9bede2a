import type { Role } from '../../../domain/access/role';
import type { Fixed, Given, OptionalTime, Time } from './columns';

export type ApiTokenTable = {
  tokenId: Given<string>;
  publisherId: Fixed<string | null>;
  name: Fixed<string>;
  role: Fixed<Role>;
  digest: Fixed<Buffer>;
  createdBy: Fixed<string>;
  createdAt: Time;
  expiresAt: OptionalTime;
  lastUsedAt: OptionalTime;
  revokedAt: OptionalTime;
};

export type WebSessionTable = {
  digest: Fixed<Buffer>;
  sessionId: Fixed<string>;
  credential: Fixed<string>;
  startedAt: Time;
  issuedAt: Time;
  replacedAt: OptionalTime;
};

export type InstallationKeyTable = {
  name: Fixed<string>;
  ciphertext: Buffer;
};
