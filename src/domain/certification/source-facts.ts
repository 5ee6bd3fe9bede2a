/** What came of asking for the publisher's blob. */
export type SourceFacts =
  | { readonly kind: 'found'; readonly blobType: string; readonly bytes: number }
  | {
      readonly kind: 'refused';
      readonly reason: SourceRefusal;
      /** HTTP status; 0 when nothing answered. */
      readonly status: number;
      readonly detail: string;
    };

export type SourceRefusal = 'notFound' | 'unauthorised' | 'badUrl' | 'blocked' | 'changed';
