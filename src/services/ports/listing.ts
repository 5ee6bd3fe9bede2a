import type { PictureFacts } from '../../domain/certification/listing/picture-facts';

/** Leaves nothing but simple markup of a publisher's HTML; what is longer than 64 KiB is refused. */
export type HtmlSanitizer = {
  sanitize: (
    html: string,
  ) =>
    { readonly kind: 'clean'; readonly html: string } | { readonly kind: 'tooLong'; readonly bytes: number };
};

/** Fetches a publisher's pictures and makes them harmless. */
export type Pictures = {
  /** Always a PNG of exactly this size. Throws when trying again may help. */
  load: (
    url: string,
    size: { readonly width: number; readonly height: number },
    signal?: AbortSignal,
  ) => Promise<PictureAnswer>;
};

export type PictureAnswer =
  | {
      readonly kind: 'loaded';
      readonly png: Buffer;
      /** As it came. */
      readonly original: PictureFacts;
    }
  /** `detail` names no secret: a status, a format, a size. */
  | { readonly kind: 'unavailable' | 'unusable'; readonly detail: string };
