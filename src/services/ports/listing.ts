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
      /** The size it came in, when that was another. */
      readonly resizedFrom?: { readonly width: number; readonly height: number };
    }
  /** `detail` names no secret: a status, a format, a size. */
  | { readonly kind: 'unavailable' | 'unusable'; readonly detail: string };
