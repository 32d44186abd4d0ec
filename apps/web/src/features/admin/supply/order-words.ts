import type { PurchaseOrderView } from '@selvedge/core'

export const ORDER_STATE_WORDS: Readonly<
  Record<PurchaseOrderView['state'], { badge: string; tone: 'plain' | 'wait' | 'good' }>
> = {
  draft: { badge: 'Draft', tone: 'plain' },
  sent: { badge: 'Sent', tone: 'wait' },
  part_received: { badge: 'Partly here', tone: 'wait' },
  received: { badge: 'Received', tone: 'good' },
  cancelled: { badge: 'Cancelled', tone: 'plain' },
}

/** Pieces of all lines. */
export const sumOf = (lines: PurchaseOrderView['lines'], of: 'ordered' | 'announced' | 'received'): number =>
  lines.reduce((total, line) => total + line[of], 0)
