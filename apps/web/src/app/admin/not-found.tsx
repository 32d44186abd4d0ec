import Link from 'next/link'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'

const NotFound = () => (
  <EmptyState
    level={1}
    title="Not on our books"
    actions={
      <>
        <Link href="/admin/stock" className={buttonStyle()}>
          To the stock
        </Link>
        <Link href="/admin/orders" className={buttonStyle({ tone: 'quiet' })}>
          To the orders
        </Link>
      </>
    }
  >
    <p>There is no record or order under this address.</p>
  </EmptyState>
)

export default NotFound
