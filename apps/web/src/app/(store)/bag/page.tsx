import type { Metadata } from 'next'
import { BagPageView } from '@/features/bag/bag-page-view'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Bag', robots: { index: false } }

const BagPage = async () => {
  const api = await getCaller()
  return (
    <div className="page-width pt-8 md:pt-12">
      <BagPageView initial={await api.shop.bag.get()} />
    </div>
  )
}

export default BagPage
