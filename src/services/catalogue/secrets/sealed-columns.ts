import { placeOfNamingKey } from './naming-key';

/** Where ciphertext lies, and the place each was sealed for. Names and expressions of SQL, all of them our own. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  readonly key: readonly string[];
  readonly place: string;
};

export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'secret',
    column: 'ciphertext',
    key: ['publisher_id', 'offer_id', 'secret_id', 'held_by'],
    place: "publisher_id || '/' || offer_id || '/' || secret_id",
  },
  { table: 'webhook', column: 'secret', key: ['webhook_id'], place: "'webhook/' || webhook_id" },
  { table: 'webhook', column: 'previous_secret', key: ['webhook_id'], place: "'webhook/' || webhook_id" },
  {
    table: 'idempotent_request',
    column: 'body',
    key: ['name'],
    place: "'idempotent-request/' || name",
  },
  { table: 'installation_key', column: 'ciphertext', key: ['name'], place: `'${placeOfNamingKey}'` },
];
