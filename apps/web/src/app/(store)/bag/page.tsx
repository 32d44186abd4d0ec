import type { Metadata } from 'next'
import { BagPageView } from '@/features/bag/bag-page-view'
import { RailsOfBag } from '@/features/bag/rails-of-bag'
import { SomethingToSee } from '@/features/home/something-to-see'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Bag', robots: { index: false } }

const BagPage = async () => {
  const api = await getCaller()
  const [bag, rails] = await Promise.all([api.shop.bag.get(), api.shop.pageRails({ page: 'bag' })])
  return (
    <>
      <div className="page-width pt-8 md:pt-12">
        <BagPageView initial={bag} />
      </div>
      {bag.lines.length > 0 ? <RailsOfBag rails={rails} lines={bag.lines} /> : <SomethingToSee />}
    </>
  )
}

export default BagPage
