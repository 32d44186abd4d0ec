/** Set by server.ts, because Next hides it from pages: `1` when the next page of an open shop is asked for, not a document. */
export const WITHIN_HEADER = 'x-selvedge-within'
