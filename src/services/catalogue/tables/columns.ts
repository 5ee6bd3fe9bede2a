import type { ColumnType } from 'kysely';

/** Read as a value, written as text made by `toJson`. */
export type Json<T> = ColumnType<T, string, string>;
/** The same, written once. */
export type FixedJson<T> = ColumnType<T, string, never>;
export type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>;
/** ISO 8601 in UTC. */
export type Time = ColumnType<string, string | undefined, string>;
export type OptionalTime = ColumnType<string | null, string | null | undefined, string | null>;
/** Written once. */
export type Fixed<T> = ColumnType<T, T, never>;
/** 64 bits; sizes in bytes are read with `Number`, ticks stay bigint. */
export type Long = ColumnType<bigint, bigint | number, bigint | number>;
/** Written by PostgreSQL alone. */
export type Given<T> = ColumnType<T, never, never>;
