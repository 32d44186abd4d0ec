/** The slug of a piece, from its slug or its whole address. */
export const pieceSlug = (text: string): string => /\/p\/([^/?#]+)/.exec(text)?.[1] ?? text.trim()
