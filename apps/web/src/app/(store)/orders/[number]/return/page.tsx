import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { ReturnForm } from '@/features/returns/return-form'
import { isRefusal } from '@/server/is-refusal'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Return', robots: { index: false }, referrer: 'no-referrer' }

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<{ token?: string | string[] | undefined }>
}

const ReturnPage = async ({ params, searchParams }: Props) => {
  const [{ number }, { token }] = await Promise.all([params, searchParams])
  const accessToken = typeof token === 'string' && token.length > 0 ? token : undefined
  const found = await read(number, accessToken)
  if (!found)
    return (
      <div className="page-width">
        <EmptyState
          level={1}
          title="No order here"
          actions={
            <Link href={`/sign-in?to=/orders/${encodeURIComponent(number)}/return`} className={buttonStyle()}>
              Sign in
            </Link>
          }
        >
          <p>Open it by the whole link from the checkout, or sign in to the account that placed it.</p>
        </EmptyState>
      </div>
    )
  return (
    <div className="page-width pt-8 md:pt-12">
      <ReturnForm {...found} accessToken={accessToken} />
    </div>
  )
}

/** The order and what of it can come back, or nothing: a foreign order looks like none. */
const read = async (number: string, accessToken: string | undefined) => {
  const api = await getCaller()
  const link = { number, ...(accessToken ? { accessToken } : {}) }
  try {
    const [order, returnable] = await Promise.all([api.shop.orders.byNumber(link), api.shop.returns.ofOrder(link)])
    return { order, returnable }
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND', 'BAD_REQUEST')) return undefined
    throw error
  }
}

export default ReturnPage
