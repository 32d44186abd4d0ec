'use client'

import { Menu } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { IconButton } from '../components/button'
import { useLazySheet } from '../components/use-lazy-sheet'

const load = () => import('./menu-sheet')
const MenuSheet = lazy(async () => ({ default: (await load()).MenuSheet }))

/** The button of the menu on narrow screens. */
export const MobileMenu = () => {
  const { opener, isWanted, sheet } = useLazySheet(load)
  return (
    <>
      <IconButton label="Menu" {...opener}>
        <Menu aria-hidden="true" strokeWidth={1.5} className="size-5.5" />
      </IconButton>
      {isWanted ? (
        <Suspense>
          <MenuSheet {...sheet} />
        </Suspense>
      ) : null}
    </>
  )
}
