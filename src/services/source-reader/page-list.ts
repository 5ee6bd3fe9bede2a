import { type PageRange, pageBytes } from '../../domain/replication/page-ranges';
import { openRangeList } from '../../domain/replication/range-list';
import type { Ask } from './ask';

const perAnswer = 10_000;
/** An old service ignores `maxresults`; a list longer than this says less than reading everything. */
const mostBytes = 4 * 1024 * 1024;
const mostAnswers = 1_000;

/**
 * Get Page Ranges, answer by answer. `undefined` when the list cannot be had or makes no sense: then every byte
 * may be data, which costs time but is never wrong.
 */
export async function listPageRanges(
  ask: Ask,
  url: string,
  signal?: AbortSignal,
): Promise<readonly PageRange[] | undefined> {
  const list = openRangeList();
  let position = 0;
  let marker = '';
  for (let count = 0; count < mostAnswers; count++) {
    const answer = await ask({ method: 'GET', url: listUrl(url, marker), maxBytes: mostBytes, signal });
    if (answer.kind === 'refused' || answer.value.status !== 200) return undefined;
    const page = answer.value.body.toString('utf8');
    if (!page.includes('<PageList')) return undefined;
    for (const { start, end } of rangesIn(page)) {
      if (start < position || end <= start || start % pageBytes !== 0 || end % pageBytes !== 0)
        return undefined;
      list.add(start, end);
      position = end;
    }
    marker = /<NextMarker>([^<]+)<\/NextMarker>/.exec(page)?.[1] ?? '';
    if (marker === '') return list.ranges();
  }
  return undefined;
}

/** Appended, not rebuilt: the SAS must reach the service exactly as the publisher gave it. */
function listUrl(url: string, marker: string): string {
  const next = marker === '' ? '' : `&marker=${encodeURIComponent(marker)}`;
  return `${url}${url.includes('?') ? '&' : '?'}comp=pagelist&maxresults=${perAnswer}${next}`;
}

function* rangesIn(page: string): Generator<PageRange> {
  const row = /<PageRange>\s*<Start>(\d{1,15})<\/Start>\s*<End>(\d{1,15})<\/End>\s*<\/PageRange>/g;
  for (const [, start, end] of page.matchAll(row)) yield { start: Number(start), end: Number(end) + 1 };
}
