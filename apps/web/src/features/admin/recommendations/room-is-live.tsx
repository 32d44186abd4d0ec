'use client'

import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { useStaffTopic } from '../frame/use-staff-topic'

/** Keeps the lists of this room up with whatever others, or the nightly training, change. */
export const RoomIsLive = () => {
  const { models, experiments, rules, placements } = trpc.useUtils().admin
  const lists = [models.list, experiments.list, experiments.read, rules.list, placements.list, placements.pages]
  const isLive = useStaffTopic('recommendation', () => {
    for (const list of lists) void list.invalidate()
  })
  return <LiveDot live={isLive} />
}
