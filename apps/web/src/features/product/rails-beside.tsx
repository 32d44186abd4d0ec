'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { ChosenRail } from '../feed/chosen-rail'

export type RailsBesideProps = {
  productId: number
  title: string
  /** What is shown of buyers' orders while the engine cannot choose, with the pieces in it. */
  standIn: ReactNode
  standInIds: readonly number[]
}

/** Fewer pieces than these are not worth a rail: the stand-in has more. */
const FEWEST = 3

/** The rails of a product page, chosen for the shopper; what the first of them holds the others leave out. */
export const RailsBeside = ({ productId, title, standIn, standInIds }: RailsBesideProps) => {
  const [above, setAbove] = useState<readonly number[]>()
  const onSettled = useCallback((shown: readonly number[] | undefined) => setAbove(shown ?? standInIds), [standInIds])
  return (
    <>
      <ChosenRail
        placement="together"
        title="Bought together"
        reason={`What buyers of the ${title} took as well, in stock now.`}
        productId={productId}
        present={NOTHING_YET}
        fewest={FEWEST}
        standIn={standIn}
        onSettled={onSettled}
      />
      <ChosenRail
        placement="complete-look"
        title="Complete the look"
        reason={`What goes with the ${title}, in stock now.`}
        productId={productId}
        present={above}
      />
      <ChosenRail
        placement="similar"
        title="Similar pieces"
        reason={`Close to the ${title}, in stock now.`}
        productId={productId}
        present={above}
      />
    </>
  )
}

const NOTHING_YET: readonly number[] = []
