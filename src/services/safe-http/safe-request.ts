export type SafeRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** Longest body accepted; 1 MiB unless told. */
  readonly maxBytes?: number;
  /** Takes the body of a 2xx answer, which may then be no longer than this; `body` is the part that was filled. */
  readonly into?: Buffer;
  /** The whole exchange, redirects included; 60 s unless told. */
  readonly deadlineMs?: number;
};

export type SafeResponse = {
  readonly status: number;
  /** Names in lower case; repeated ones joined by comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};
