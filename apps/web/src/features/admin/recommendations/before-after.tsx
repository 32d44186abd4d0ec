'use client'

import type { Inspection, RuleDraft } from '@selvedge/core'
import { useDeferredValue, useState } from 'react'
import { classNames } from '@/components/class-names'
import { Picture } from '@/components/picture'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { type PreviewTexts, readPreview } from './preview'
import { PreviewAsk } from './preview-ask'
import { PLACEMENT_WORDS } from './words'

const LENGTH = 12

/** What the rule would do where it holds, for a shopper or for nobody, as it is being written. */
export const BeforeAfter = ({ id, rule }: { id: string; rule: RuleDraft }) => {
  const [texts, setTexts] = useState<PreviewTexts>({ placement: '', anchor: '', person: '' })
  const drafted = useDeferredValue(rule)
  const isListing = drafted.placements.length > 0 && drafted.placements.every((one) => one === 'listing')
  return isListing ? (
    <p className="text-small text-soft">
      A shopper’s own order of a listing is different on every page of it: it is not shown before.
    </p>
  ) : (
    <section aria-label="Before and after" className="flex flex-col gap-4">
      <PreviewAsk rule={drafted} texts={texts} onChange={setTexts} />
      <Compared id={id} rule={drafted} texts={texts} />
    </section>
  )
}

const Compared = ({ id, rule, texts }: { id: string; rule: RuleDraft; texts: PreviewTexts }) => {
  const { data, error } = trpc.admin.rules.compare.useQuery(
    { id, rule, ask: { ...readPreview(rule, useDeferredValue(texts)), length: LENGTH } },
    { placeholderData: (known) => known, retry: false },
  )
  if (error) return <p className="text-small text-soft">{errorWords(error).title}</p>
  if (!data) return null
  const places = (inspection: Inspection) =>
    inspection.candidates.filter(({ position }) => position >= 0).map(({ product }) => product)
  const [before, after] = [places(data.before), places(data.after)]
  const was = new Map(before.map(({ productId }, place) => [productId, place]))
  const stays = new Set(after.map(({ productId }) => productId))
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <p className="text-small text-soft lg:col-span-2">{seenBy(data.before)}</p>
      <Row title="Now" pieces={before} note={({ productId }) => (stays.has(productId) ? '' : 'leaves')} />
      <Row
        title="With the rule"
        pieces={after}
        note={({ productId }, place) => {
          const from = was.get(productId)
          if (from === undefined) return 'comes in'
          return from === place ? '' : from > place ? `up ${from - place}` : `down ${place - from}`
        }}
      />
    </div>
  )
}

/** Whose answer it is and where, in words. */
const seenBy = ({ placement, anchor, person, isKnown }: Inspection): string => {
  const where = `${PLACEMENT_WORDS[placement]}${anchor ? ` beside the ${anchor.title}` : ''}`
  if (person === undefined) return `${where}, for somebody unknown.`
  return isKnown ? `${where}, for ${person}.` : `${where}; of ${person} nothing is known.`
}

type Piece = Inspection['candidates'][number]['product']

const Row = ({
  title,
  pieces,
  note,
}: {
  title: string
  pieces: readonly Piece[]
  note: (piece: Piece, place: number) => string
}) => (
  <section aria-label={title}>
    <h2 className="label-caps text-soft">{title}</h2>
    <ol className="mt-2 grid grid-cols-4 gap-2 md:grid-cols-6">
      {pieces.map((piece, place) => {
        const words = note(piece, place)
        return (
          <li key={piece.productId} className="min-w-0 text-label">
            <Picture imageKey={piece.pictureKey} alt="" sizes="8vw" />
            <span className="mt-1 block truncate">{piece.title}</span>
            <span className={classNames('figures block min-h-4', words ? 'text-thread' : 'text-soft')}>
              {place + 1} {words}
            </span>
          </li>
        )
      })}
    </ol>
  </section>
)
