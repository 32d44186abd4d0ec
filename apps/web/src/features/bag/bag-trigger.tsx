'use client'

import { usePathname, useRouter } from 'next/navigation'
import { lazy, useEffect, useState } from 'react'
import { LateCode } from '@/components/late-code'
import { announce } from '@/components/live-region'
import { BagLink } from '@/layout/bag-link'
import { useBagDrawer } from './bag-drawer-state'
import { fetchBagDrawer, loadBagDrawer } from './drawer-code'
import { useBag } from './use-bag'

const newDrawer = () => lazy(async () => ({ default: (await loadBagDrawer()).BagDrawer }))

const PAGES_WITH_BAG = new Set(['/bag', '/checkout'])

/**
 * The bag in the header: a link to the bag that opens the drawer, with the live count of pieces. The drawer's code is
 * fetched when it is near being opened; where it does not arrive, the bag's own page is gone to.
 */
export const BagTrigger = () => {
  const { bag } = useBag()
  const { isOpen, setOpen } = useBagDrawer()
  const [BagDrawer, setDrawer] = useState(newDrawer)
  const [isWanted, setWanted] = useState(false)
  const router = useRouter()
  useEffect(() => {
    if (isOpen) setWanted(true)
  }, [isOpen])
  const here = usePathname()
  const goToBag = () => {
    setOpen(false)
    setWanted(false)
    setDrawer(newDrawer) // a lazy one that failed stays failed; the next press asks for the code anew
    router.push('/bag')
    announce('The drawer could not open. Your bag is on its own page.')
  }
  return (
    <>
      <BagLink
        count={bag?.units ?? 0}
        onPointerEnter={fetchBagDrawer}
        onFocus={fetchBagDrawer}
        onClick={(event) => {
          const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey
          if (opensElsewhere || PAGES_WITH_BAG.has(here)) return
          event.preventDefault()
          setOpen(true)
        }}
      />
      {isOpen || isWanted ? (
        <LateCode onFault={goToBag}>
          <BagDrawer />
        </LateCode>
      ) : null}
    </>
  )
}
