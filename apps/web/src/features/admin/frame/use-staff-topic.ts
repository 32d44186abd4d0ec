'use client'

import type { StaffTopic } from '@selvedge/core'
import { useSyncExternalStore } from 'react'
import { trpc } from '@/trpc/client'

const follow = (changed: () => void): (() => void) => {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

/**
 * Calls `onMoved` when the topic moves, and once whenever the stream has come (back). A page that nobody looks at holds no
 * stream: a browser has few. Answers whether the page is told.
 */
export const useStaffTopic = (topic: StaffTopic, onMoved: () => void): boolean => {
  const isVisible = useSyncExternalStore(
    follow,
    () => document.visibilityState === 'visible',
    () => true,
  )
  const { status } = trpc.admin.live.watch.useSubscription({ topic }, { enabled: isVisible, onData: onMoved })
  return status === 'pending'
}
