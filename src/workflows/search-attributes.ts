import { defineSearchAttributeKey } from '@temporalio/common';

/** What operators filter the run list by. Four of SQL visibility's ten keyword slots; never more than six. */
export const publisherIdKey = defineSearchAttributeKey('PublisherId', 'KEYWORD');
export const offerIdKey = defineSearchAttributeKey('OfferId', 'KEYWORD');
export const offerTypeKey = defineSearchAttributeKey('OfferType', 'KEYWORD');
export const publicationStatusKey = defineSearchAttributeKey('PublicationStatus', 'KEYWORD');

export const searchAttributeKeys = [publisherIdKey, offerIdKey, offerTypeKey, publicationStatusKey] as const;
