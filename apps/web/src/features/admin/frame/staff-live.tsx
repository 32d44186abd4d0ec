'use client'

import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import { trpc } from '@/trpc/client'
import { createStaffFollowers, type StaffFollowers } from './staff-followers'

type StaffLive = { readonly followers: StaffFollowers; readonly isLive: boolean }

const StaffLiveContext = createContext<StaffLive | undefined>(undefined)

const whenShown = (changed: () => void): (() => void) => {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

/**
 * The one stream of a page of the back office, for its header and its room alike: a browser has few. A page that nobody
 * looks at holds none.
 */
export const StaffLiveProvider = ({ children }: { children: ReactNode }) => {
  const isShown = useSyncExternalStore(
    whenShown,
    () => document.visibilityState === 'visible',
    () => true,
  )
  const [followers] = useState(createStaffFollowers)
  const { status } = trpc.admin.live.watch.useSubscription(undefined, {
    enabled: isShown,
    onData: ({ topics }) => followers.tell(topics),
  })
  const isLive = status === 'pending'
  const live = useMemo(() => ({ followers, isLive }), [followers, isLive])
  return <StaffLiveContext value={live}>{children}</StaffLiveContext>
}

/** The stream of the page one is on. */
export const useStaffLive = (): StaffLive => {
  const live = useContext(StaffLiveContext)
  if (live === undefined) throw new Error('useStaffTopic needs a StaffLiveProvider above it')
  return live
}
