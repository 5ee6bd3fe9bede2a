import type { Migration } from './migration';

/** Keys of the installation's own, under SECRETS_KEY: they outlive a change of it. */
export const installationKey: Migration = {
  name: '0019-installation-key',
  statements: `
create table installation_key (
  name text primary key,
  ciphertext bytea not null
);
`,
};
