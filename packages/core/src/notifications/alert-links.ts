import type { NoticeKind } from './notice'

/** Signs the way out that a message carries, so that only who got one can take it. */
export type AlertLinks = {
  /** The same for the same address, however it is capitalised. */
  token(email: string): string
  isTokenOf(email: string, token: string): boolean
}

/** Messages somebody asked for, one by one; each of them carries the way out of the others. */
export const isAskedFor = (kind: NoticeKind): boolean => kind === 'back-in-stock' || kind === 'price-drop'

/** Path of the page where all that waits for an address is withdrawn. */
export const wayOutOf = (email: string, links: Pick<AlertLinks, 'token'>): string =>
  `/alerts/stop?email=${encodeURIComponent(email)}&token=${links.token(email)}`
