/** As a page or a form can carry it: half a character becomes the sign for an unreadable one. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
