'use client'

import { Menu } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '../components/button'

const load = () => import('./menu-sheet')
const MenuSheet = lazy(async () => ({ default: (await load()).MenuSheet }))
const fetchAhead = () => void load()

/** The button of the menu on narrow screens. The sheet's code is fetched when a finger or the focus comes near. */
export const MobileMenu = () => {
  const [wanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton
        label="Menu"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <Menu aria-hidden="true" strokeWidth={1.5} className="size-5.5" />
      </IconButton>
      {wanted ? (
        <Suspense>
          <MenuSheet open={open} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  )
}
