import type { ApiDocument } from './document';

type Paths = NonNullable<ApiDocument['paths']>;
type OpenApiOperation = NonNullable<Paths[string]['get']>;

/** One operation of the document with its address. */
export type OperationFacts = {
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly operation: OpenApiOperation;
};

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;
export type Method = (typeof methods)[number];

/** Every operation, in the order the routes were made. */
export function operationsOf(document: ApiDocument): readonly OperationFacts[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method, path, tag: operation.tags?.[0] ?? '', operation }];
    }),
  );
}
