/** The tags that publishers' HTML may use: validation warns of others, the product page leaves them out. */
export const simpleTags: readonly string[] = 'p br b strong i em ul ol li h1 h2 h3 h4 a'.split(' ');
