import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
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
  if (!found) notFound()
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
