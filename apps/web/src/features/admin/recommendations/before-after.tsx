'use client'

import type { Inspection, RuleDraft } from '@selvedge/core'
import { useDeferredValue } from 'react'
import { classNames } from '@/components/class-names'
import { Picture } from '@/components/picture'
import { trpc } from '@/trpc/client'

const LENGTH = 12

/** What the rule would do to the front page of somebody unknown, as it is being written. */
export const BeforeAfter = ({ id, rule }: { id: string; rule: RuleDraft }) => {
  const drafted = useDeferredValue(rule)
  const placement = drafted.placements.find((one) => one !== 'listing') ?? 'for-you'
  const { data } = trpc.admin.rules.compare.useQuery(
    { id, rule: drafted, ask: { placement, length: LENGTH } },
    { placeholderData: (known) => known, retry: false },
  )
  if (!data) return null
  const places = (inspection: Inspection) =>
    inspection.candidates.filter(({ position }) => position >= 0).map(({ product }) => product)
  const [before, after] = [places(data.before), places(data.after)]
  const was = new Map(before.map(({ productId }, place) => [productId, place]))
  const stays = new Set(after.map(({ productId }) => productId))
  return (
    <div className="grid gap-6 lg:grid-cols-2">
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
