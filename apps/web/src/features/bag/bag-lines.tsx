'use client'

import type { BagView } from '@selvedge/core'
import { BagLine } from './bag-line'
import { useServerNow } from './server-clock'
import { useChangeBag } from './use-change-bag'

export type BagLinesProps = {
  bag: BagView
  /** When this browser received the bag, by its own clock. */
  readAtMs: number | undefined
  refresh: () => void
  onLeave?: () => void
}

const stay = () => {}

/** The lines of the bag, in the drawer and on the page. */
export const BagLines = ({ bag, readAtMs, refresh, onLeave = stay }: BagLinesProps) => {
  const nowMs = useServerNow(bag, readAtMs)
  const changes = useChangeBag(bag.currency)
  return (
    <ul aria-label="Pieces in your bag" className="@container">
      {bag.lines.map((line) => (
        <BagLine
          key={line.sku}
          line={line}
          bag={bag}
          nowMs={nowMs}
          changes={changes}
          onHoldEnd={refresh}
          onLeave={onLeave}
        />
      ))}
    </ul>
  )
}
