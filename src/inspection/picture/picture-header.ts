import type { PictureFacts } from '../../domain/certification/listing/picture-facts';

/** What the reader of one format finds. */
export type PictureHeader = Omit<PictureFacts, 'format'>;
