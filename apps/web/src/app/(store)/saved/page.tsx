import type { Metadata } from 'next'
import { MayWantToKnow } from '@/features/gestures/may-want-to-know'
import { SavedView } from '@/features/gestures/saved-view'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Saved', robots: { index: false } }

const SavedPage = async () => {
  const api = await getCaller()
  return (
    <>
      <div className="page-width pt-8 md:pt-12">
        <SavedView initial={await api.shop.saved.cards()} />
      </div>
      <MayWantToKnow className="pt-section" />
    </>
  )
}

export default SavedPage
