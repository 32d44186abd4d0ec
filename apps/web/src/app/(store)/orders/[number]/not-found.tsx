import { headers } from 'next/headers'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'

/** No such order, or one that is somebody else's: both look the same, and both answer 404. */
const NoOrder = async () => (
  <div className="page-width">
    <EmptyState
      level={1}
      title="No order here"
      actions={
        <Link
          href={`/sign-in?to=${encodeURIComponent((await headers()).get('x-selvedge-path') ?? '/orders')}`}
          className={buttonStyle()}
        >
          Sign in
        </Link>
      }
    >
      <p>Open it by the whole link from the checkout, or sign in to the account that placed it.</p>
    </EmptyState>
  </div>
)

export default NoOrder
