/** One step of the schema. Once released it never changes: its text's checksum is kept with the database. */
export type Migration = { readonly name: string; readonly statements: string };
