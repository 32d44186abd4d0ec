'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { whenIdle } from '@/components/when-idle'
import { HAS_WORKER } from './env'
import { keepThisPage } from './worker-client'

/** Pages that are only passed through are not worth a request. */
const READ_AFTER_MS = 2_500

type NetworkInformation = { readonly saveData?: boolean }
const savesData = (): boolean =>
  (navigator as Navigator & { readonly connection?: NetworkInformation }).connection?.saveData === true

/** Has every page that is read kept, those reached by a link inside the shop included. Draws nothing. */
export const PageKeeper = () => {
  const path = usePathname()
  const search = useSearchParams().toString()
  // Runs anew for every address: another one is another page.
  useEffect(() => {
    if (!HAS_WORKER || savesData()) return
    let callOff: (() => void) | undefined
    const timer = setTimeout(() => {
      callOff = whenIdle(() => void keepThisPage())
    }, READ_AFTER_MS)
    return () => {
      clearTimeout(timer)
      callOff?.()
    }
  }, [path, search])
  return null
}
