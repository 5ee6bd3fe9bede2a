import { sql } from 'kysely';
import type { StepHistory } from '../../ports';
import type { Connection } from '../database/connection';

/** Enough for a median, and read by an index whatever the catalogue holds. */
const newest = 500;

type Row = {
  readonly step: string;
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly count: string | number;
};

export const stepHistoryIn = (db: Connection): StepHistory => ({
  async of(offerType) {
    const { rows } = await sql<Row>`
      select step ->> 'id' as step,
        percentile_cont(0.5) within group (order by millis) as median_ms,
        min(millis) as fastest_ms,
        count(*) as count
      from (select status from publication order by touched_at desc limit ${newest}) recent,
        jsonb_array_elements(status -> 'steps') step,
        lateral (select (step ->> 'endedAt')::timestamptz - (step ->> 'startedAt')::timestamptz as spent) times,
        lateral (select extract(epoch from spent) * 1000 as millis) measured
      where status ->> 'offerType' = ${offerType} and step ->> 'status' = 'complete' and millis is not null
      group by 1`.execute(db);
    return new Map(
      rows.map(({ step, medianMs, fastestMs, count }) => [
        step,
        { medianMs: Number(medianMs), fastestMs: Number(fastestMs), count: Number(count) },
      ]),
    );
  },
});
