import type { Metadata } from 'next'
import { BagPageView } from '@/features/bag/bag-page-view'
import { SomethingToSee } from '@/features/home/something-to-see'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Bag', robots: { index: false } }

const BagPage = async () => {
  const api = await getCaller()
  const bag = await api.shop.bag.get()
  return (
    <>
      <div className="page-width pt-8 md:pt-12">
        <BagPageView initial={bag} />
      </div>
      {bag.lines.length === 0 ? <SomethingToSee /> : null}
    </>
  )
}

export default BagPage
