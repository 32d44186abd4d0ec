import Link from 'next/link'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'

/** For somebody who is signed in, but does not work here. */
export const NotForYou = () => (
  <EmptyState
    level={1}
    title="The back office is for staff"
    actions={
      <>
        <Link href="/" className={buttonStyle()}>
          To the shop
        </Link>
        <Link href="/account" className={buttonStyle({ tone: 'quiet' })}>
          Your account
        </Link>
      </>
    }
  >
    <p>You are signed in as a shopper. Stock, holds and orders are kept by the people of the house.</p>
  </EmptyState>
)
