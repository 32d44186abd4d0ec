'use client'

import type { ShownRail } from '@selvedge/core'
import { type ReactNode, useCallback, useState } from 'react'
import { ChosenRail } from '../feed/chosen-rail'
import { createStandingRails } from '../feed/standing-rails'
import { RecentRail } from '../gestures/recent-rail'

export type RailsBesideProps = {
  /** What stands here, in its order. */
  rails: readonly ShownRail[]
  productId: number
  title: string
  /** What is shown of buyers' orders while the engine cannot choose or no script runs, with the pieces in it. */
  standIn: ReactNode
  standInIds: readonly number[]
}

/** Fewer pieces than these are not worth a rail of what was bought together: the stand-in has more. */
const FEWEST = 3

const CHOSEN = {
  together: {
    title: 'Bought together',
    reason: (title: string) => `What buyers of the ${title} took as well`,
  },
  'complete-look': {
    title: 'Complete the look',
    reason: (title: string) => `What goes with the ${title}`,
  },
  similar: { title: 'Similar pieces', reason: (title: string) => `Close to the ${title}` },
} as const
const isChosen = (rail: string): rail is keyof typeof CHOSEN => Object.hasOwn(CHOSEN, rail)

/** The rails of a product page, chosen for the shopper; what the first of them holds the others leave out. */
export const RailsBeside = ({ rails, productId, title, standIn, standInIds }: RailsBesideProps) => {
  const [above, setAbove] = useState<readonly number[]>()
  const [standing] = useState(createStandingRails)
  const first = rails.find(({ rail }) => isChosen(rail))?.rail
  const onSettled = useCallback(
    (shown: readonly number[] | undefined) => setAbove(shown ?? (first === 'together' ? standInIds : NOTHING)),
    [first, standInIds],
  )
  return rails.map(({ rail, title: called }) => {
    if (rail === 'recently-viewed') {
      return <RecentRail key={rail} title={called} exceptId={productId} className="pt-section" />
    }
    if (!isChosen(rail)) return null
    return (
      <ChosenRail
        key={rail}
        placement={rail}
        title={called ?? CHOSEN[rail].title}
        reason={CHOSEN[rail].reason(title)}
        productId={productId}
        present={rail === first ? NOTHING : above}
        standing={standing}
        {...(rail === 'together' ? { fewest: FEWEST, standIn } : {})}
        {...(rail === first ? { onSettled } : {})}
      />
    )
  })
}

const NOTHING: readonly number[] = []
