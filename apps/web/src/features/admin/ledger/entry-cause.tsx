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

/** Causes that have a page of their own, and the letter their numbers begin with. */
const DOCUMENTS: Readonly<Partial<Record<Cause['type'], { href: string; mark: string }>>> = {
  transfer: { href: '/admin/transfers', mark: 'T' },
  count: { href: '/admin/counts', mark: 'C' },
  return: { href: '/admin/returns', mark: 'R' },
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
  const document = DOCUMENTS[cause.type]
  if (document)
    return (
      <Link href={`${document.href}/${encodeURIComponent(cause.id)}`} prefetch={false} className="thread-link">
        {CAUSE_WORDS[cause.type]} {document.mark}-{cause.id}
      </Link>
    )
  return (
    <span title={cause.id}>
      {CAUSE_WORDS[cause.type]} {NAMED.has(cause.type) ? shortId(cause.id) : ''}
    </span>
  )
}
