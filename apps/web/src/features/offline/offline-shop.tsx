'use client'

import { useRouter } from 'next/navigation'
import { Suspense, useEffect, useRef } from 'react'
import { connection, useConnection } from './connection'
import { OfflineNotice } from './offline-notice'
import { PageKeeper } from './page-keeper'
import { useNewerShop } from './use-newer-shop'

/** Keeps what is read, says honestly when it is old, and fetches it anew once the shop answers again. Stands once. */
export const OfflineShop = () => {
  const now = useConnection()
  const reload = useNewerShop()
  const router = useRouter()
  const wasCopy = useRef(false)

  useEffect(() => connection.start(), [])
  useEffect(() => {
    if (!now.isOffline && wasCopy.current) router.refresh()
    wasCopy.current = now.keptAt !== undefined
  }, [now, router])

  return (
    <>
      <Suspense>
        <PageKeeper />
      </Suspense>
      <OfflineNotice connection={now} reload={reload} />
    </>
  )
}
