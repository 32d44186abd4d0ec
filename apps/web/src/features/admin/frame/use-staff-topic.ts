'use client'

import type { StaffTopic } from '@selvedge/core'
import { useEffect, useRef } from 'react'
import { useStaffLive } from './staff-live'

/**
 * Calls `onMoved` when one of the topics moves, and once whenever the page may have missed something: it has just begun to
 * follow them, or the stream has come back. Answers whether the page is told. `topics` are written where they are asked
 * for and never change.
 */
export const useStaffTopic = (topics: StaffTopic | readonly StaffTopic[], onMoved: () => void): boolean => {
  const { followers, isLive } = useStaffLive()
  const wanted = useRef(topics)
  const newest = useRef(onMoved)
  useEffect(() => {
    newest.current = onMoved
  })
  useEffect(() => followers.follow({ topics: [wanted.current].flat(), onMoved: () => newest.current() }), [followers])
  return isLive
}
