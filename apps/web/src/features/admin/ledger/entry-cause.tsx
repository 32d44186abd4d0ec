import { type Cause, type LedgerEntry, unreachable } from '@selvedge/core'
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
  'safety-rule': 'Rule of the place',
  backorder: 'Backorder allowance',
}

/** Where a cause can be looked at, and what it is called there; undefined when it is gone, or has no page. */
const documentOf = ({ cause, orderNumber, causeName }: EntryCauseOf): { href: string; words: string } | undefined => {
  if (!cause) return undefined
  switch (cause.type) {
    case 'order':
    case 'order-line':
      return orderNumber === undefined
        ? undefined
        : { href: `/admin/orders/${encodeURIComponent(orderNumber)}`, words: `Order ${orderNumber}` }
    case 'transfer':
      return { href: `/admin/transfers/${encodeURIComponent(cause.id)}`, words: `Transfer T-${cause.id}` }
    case 'count':
      return { href: `/admin/counts/${encodeURIComponent(cause.id)}`, words: `Count C-${cause.id}` }
    case 'return':
      return { href: `/admin/returns/${encodeURIComponent(cause.id)}`, words: `Return R-${cause.id}` }
    case 'shipment-line':
      return causeName === undefined
        ? undefined
        : { href: `/admin/supply/${encodeURIComponent(causeName)}`, words: `Shipment ${causeName}` }
    case 'import-row':
    case 'supplier-feed': {
      const [fileId = '', row = ''] = cause.id.split(/:(.*)/s)
      return causeName === undefined
        ? undefined
        : {
            href: `/admin/files?file=${encodeURIComponent(fileId)}`,
            words: `${CAUSE_WORDS[cause.type]} ${causeName}, row ${row}`,
          }
    }
    case 'sync':
      return causeName === undefined ? undefined : { href: '/admin/sources', words: causeName }
    case 'purchase-order':
      return {
        href: `/admin/purchase-orders/${encodeURIComponent(cause.id)}`,
        words: `Purchase order ${cause.id}`,
      }
    case 'safety-rule':
      return { href: '/admin/allocation', words: CAUSE_WORDS['safety-rule'] }
    case 'backorder':
      return { href: '/admin/backorders', words: CAUSE_WORDS.backorder }
    // A bag and a hold have no page; what was done by hand and the opening books are their own account.
    case 'cart':
    case 'adjustment':
    case 'seed':
    case 'expiry':
      return undefined
    default:
      return unreachable(cause.type)
  }
}

type EntryCauseOf = Pick<LedgerEntry, 'cause' | 'orderNumber' | 'causeName'>

/** Causes whose id says something; the others stand under the trail already. */
const NAMED: ReadonlySet<string> = new Set(['cart', 'order'])

/** What made an entry happen, as a link where there is a page for it. */
export const EntryCause = ({ entry }: { entry: EntryCauseOf }) => {
  const { cause } = entry
  if (!cause) return null
  const document = documentOf(entry)
  if (document)
    return (
      <Link href={document.href} prefetch={false} className="thread-link">
        {document.words}
      </Link>
    )
  return (
    <span title={cause.id}>
      {CAUSE_WORDS[cause.type]} {NAMED.has(cause.type) ? shortId(cause.id) : ''}
    </span>
  )
}
