'use client'

import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
import { BagLink } from '@/layout/bag-link'
import { useBagDrawer } from './bag-drawer-state'
import { useBag } from './use-bag'

const load = () => import('./bag-drawer')
const BagDrawer = lazy(async () => ({ default: (await load()).BagDrawer }))
const fetchAhead = () => void load()

const PAGES_WITH_BAG = new Set(['/bag', '/checkout'])

/** The bag in the header: a link to the bag that opens the drawer, with the live count of pieces. The drawer's code is fetched when it is near being opened. */
export const BagTrigger = () => {
  const { bag } = useBag()
  const { isOpen, setOpen } = useBagDrawer()
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    if (isOpen) setWanted(true)
  }, [isOpen])
  const here = usePathname()
  return (
    <>
      <BagLink
        count={bag?.units ?? 0}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={(event) => {
          const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey
          if (opensElsewhere || PAGES_WITH_BAG.has(here)) return
          event.preventDefault()
          setOpen(true)
        }}
      />
      {isOpen || isWanted ? (
        <Suspense>
          <BagDrawer />
        </Suspense>
      ) : null}
    </>
  )
}
