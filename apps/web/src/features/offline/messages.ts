/** What a page tells its service worker, and what it is answered through the port it sends along. */
export type PageMessage =
  /** Serwist's own: let the waiting worker take over. */
  | { readonly type: 'SKIP_WAITING' }
  /** Keep a copy of this page, and the files it was drawn with before the worker ran. */
  | { readonly type: 'KEEP_PAGE'; readonly page: string; readonly files: readonly string[] }
  /** Was I answered from a copy? The answer is a `CopyAnswer`. */
  | { readonly type: 'AM_I_A_COPY' }

/** When the copy was made, in milliseconds since 1970; absent for a page that came from the shop itself. */
export type CopyAnswer = { readonly keptAt?: number }
