import { stringify } from 'csv-stringify/sync';
import type { OfferTypeId } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { historyKindText, historyText } from '../../domain/text/history/history';
import type { Language } from '../../domain/text/language';
import type { HistoryEvent } from '../../services/ports';
import { type HistoryAsked, type HistoryDeps, historyPage } from './history-page';

const rowsAtOnce = 500;

/** Tells spreadsheets that this is UTF-8. */
const byteOrderMark = '\uFEFF';

/** Names are for programs, so they stay English. */
const columns = ['at', 'kind', 'event', 'text', 'actor', 'vouchedFor', 'publicationId', 'offerVersion'];

type CsvAsked = {
  readonly offer: OfferKey;
  /** Of an offer that is still there. */
  readonly offerType?: OfferTypeId | undefined;
  readonly asked: HistoryAsked;
  readonly language: Language;
};

/**
 * The whole history as one CSV file, read page by page as fast as the reader takes it. Texts come from strangers:
 * what a spreadsheet would take for a formula is escaped.
 */
export function historyCsv(
  deps: HistoryDeps,
  { offer, offerType, asked, language }: CsvAsked,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor = asked.cursor;
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const { events, next } = await historyPage(deps, offer, { ...asked, cursor, limit: rowsAtOnce });
      const text = stringify(
        events.map((event) => rowOf({ ...event, offerType }, language)),
        { columns, header: isFirst, escape_formulas: true, record_delimiter: 'windows' },
      );
      controller.enqueue(encoder.encode(isFirst ? `${byteOrderMark}${text}` : text));
      isFirst = false;
      cursor = next ?? undefined;
      if (next === null) controller.close();
    },
  });
}

function rowOf(
  event: HistoryEvent & Pick<CsvAsked, 'offerType'>,
  language: Language,
): readonly (string | number)[] {
  const { at, kind, actor, isVouchedFor, publicationId, offerVersion } = event;
  return [
    at,
    kind,
    historyKindText(kind, language, event.offerType),
    historyText(event, language),
    actor ?? '',
    isVouchedFor ? 'yes' : 'no',
    publicationId ?? '',
    offerVersion ?? '',
  ];
}

/** `history-contoso-linux-vm.csv`, of a publisher itself `history-contoso.csv`; ids hold nothing that a file name or a header could not. */
export const csvName = ({ publisherId, offerId }: OfferKey): string =>
  `history-${[publisherId, ...(offerId === '' ? [] : [offerId])].join('-')}.csv`;
