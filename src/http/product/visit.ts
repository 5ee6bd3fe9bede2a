/** How a reader came to a page, for the links on it. `query` carries a preview's token, else it is empty. */
export type PageVisit = { readonly base: string; readonly query: string; readonly preview: boolean };
