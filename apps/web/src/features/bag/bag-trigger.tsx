'use client'

import { usePathname } from 'next/navigation'
import { BagLink } from '@/layout/bag-link'
import { BagDrawer } from './bag-drawer'
import { useBagDrawer } from './bag-drawer-state'
import { useBag } from './use-bag'

const PAGES_WITH_BAG = new Set(['/bag', '/checkout'])

/** The bag in the header: a link to the bag that opens the drawer, with the live count of pieces. */
export const BagTrigger = () => {
  const { bag } = useBag()
  const { setOpen } = useBagDrawer()
  const here = usePathname()
  return (
    <>
      <BagLink
        count={bag?.units ?? 0}
        onClick={(event) => {
          const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey
          if (opensElsewhere || PAGES_WITH_BAG.has(here)) return
          event.preventDefault()
          setOpen(true)
        }}
      />
      <BagDrawer />
    </>
  )
}
