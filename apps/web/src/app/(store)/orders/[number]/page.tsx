import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OrderDetail } from '@/features/orders/order-detail'
import { isRefusal } from '@/server/is-refusal'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<{ token?: string | string[] | undefined }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Order ${(await params).number}`,
  robots: { index: false },
  // The link carries the secret of the order: it is told to nobody.
  referrer: 'no-referrer',
})

const OrderPage = async ({ params, searchParams }: Props) => {
  const [{ number }, { token }] = await Promise.all([params, searchParams])
  const accessToken = typeof token === 'string' && token.length > 0 ? token : undefined
  const order = await readOrder(number, accessToken)
  if (!order) notFound()
  return (
    <div className="page-width pt-8 md:pt-12">
      <OrderDetail initial={order} accessToken={accessToken} />
    </div>
  )
}

/** The order, or nothing when it does not exist or is somebody else's: both look the same. */
const readOrder = async (number: string, accessToken: string | undefined) => {
  const api = await getCaller()
  try {
    return await api.shop.orders.byNumber({ number, ...(accessToken ? { accessToken } : {}) })
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND', 'BAD_REQUEST')) return undefined
    throw error
  }
}

export default OrderPage
