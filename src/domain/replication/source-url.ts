/** Which file it is. Signatures and other secrets stand behind the question mark. */
export const withoutQuery = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

export const fileNameOf = (url: string): string => withoutQuery(url).split('/').at(-1) ?? '';
