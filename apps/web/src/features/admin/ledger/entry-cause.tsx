import type { Cause, LedgerEntry } from '@selvedge/core'
import Link from 'next/link'
import { shortId } from '../frame/actor-words'

const CAUSE_WORDS: Readonly<Record<Cause['type'], string>> = {
  cart: 'Bag',
  order: 'Order',
  adjustment: 'By hand',
  seed: 'Opening books',
  expiry: 'Expiry',
  'order-line': 'Order line',
  'purchase-order': 'Purchase order',
  'shipment-line': 'Shipment',
  return: 'Return',
  transfer: 'Transfer',
  count: 'Count',
  'import-row': 'Import',
  sync: 'Till or ERP',
  'supplier-feed': 'Supplier feed',
}

/** Causes whose id says something; the others stand under the trail already. */
const NAMED: ReadonlySet<string> = new Set(['cart', 'order'])

/** What made an entry happen, as a link where there is a page for it. */
export const EntryCause = ({
  entry: { cause, orderNumber },
}: {
  entry: Pick<LedgerEntry, 'cause' | 'orderNumber'>
}) => {
  if (!cause) return null
  if (orderNumber)
    return (
      <Link href={`/admin/orders/${encodeURIComponent(orderNumber)}`} prefetch={false} className="thread-link">
        Order {orderNumber}
      </Link>
    )
  return (
    <span title={cause.id}>
      {CAUSE_WORDS[cause.type]} {NAMED.has(cause.type) ? shortId(cause.id) : ''}
    </span>
  )
}
