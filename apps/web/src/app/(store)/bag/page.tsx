import type { Metadata } from 'next'
import { BagPageView } from '@/features/bag/bag-page-view'
import { ChosenRail } from '@/features/feed/chosen-rail'
import { SomethingToSee } from '@/features/home/something-to-see'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Bag', robots: { index: false } }

const BagPage = async () => {
  const api = await getCaller()
  const bag = await api.shop.bag.get()
  const last = bag.lines.at(-1)
  return (
    <>
      <div className="page-width pt-8 md:pt-12">
        <BagPageView initial={bag} />
      </div>
      {last ? (
        <ChosenRail
          key={last.productId}
          placement="bag"
          title="Goes with your bag"
          reason={`Chosen beside the ${last.title}, in stock now.`}
          productId={last.productId}
          present={bag.lines.map((line) => line.productId)}
        />
      ) : (
        <SomethingToSee />
      )}
    </>
  )
}

export default BagPage
