'use client'

import { Menu } from 'lucide-react'
import { IconButton } from '../components/button'
import { LateCode } from '../components/late-code'
import { useLazySheet } from '../components/use-lazy-sheet'

const load = async () => ({ default: (await import('./menu-sheet')).MenuSheet })

/** The button of the menu on narrow screens. */
export const MobileMenu = () => {
  const { opener, isWanted, sheet, Sheet, giveUp } = useLazySheet(load, 'The menu')
  return (
    <>
      <IconButton label="Menu" {...opener}>
        <Menu aria-hidden="true" strokeWidth={1.5} className="size-5.5" />
      </IconButton>
      {isWanted ? (
        <LateCode onFault={giveUp}>
          <Sheet {...sheet} />
        </LateCode>
      ) : null}
    </>
  )
}
