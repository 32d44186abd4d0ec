import type { OutboxMessage } from '../outbox/messages'
import type { Hints } from './hints'
import { STAFF_ROOMS } from './staff-rooms'

/**
 * What pages of staff follow: `poll`: questions and their answers; `file`: files in and out, and how far they are;
 * `stock`: any level; `order`: orders, their parcels and refunds; and rooms.
 */
export const STAFF_TOPICS = ['poll', 'file', 'stock', 'order', ...STAFF_ROOMS] as const
export type StaffTopic = (typeof STAFF_TOPICS)[number]
export type StaffHints = Hints<StaffTopic>

/** Everybody looks again after this: a hint may be lost, and a question's time comes without one. Milliseconds. */
export const STAFF_LOOK_MS = 60_000
/** What comes together is one look. Milliseconds. */
const GATHER_MS = 300
/** Between two looks: while sales run, stock moves hundreds of times a second, and nobody reads that fast. Milliseconds. */
const CALM_MS = 1_700

/** The pages of staff that a message is news for. */
export const staffTopicsOf = (message: OutboxMessage): readonly StaffTopic[] => {
  switch (message.topic) {
    case 'poll':
    case 'supply':
    case 'file':
    case 'return':
      return [message.topic]
    case 'room':
      return [message.room]
    case 'order':
      return message.type === 'ReturnChanged' || message.type === 'RefundSettled' ? ['order', 'return'] : ['order']
    case 'stock':
      return message.type === 'OversellCapSet' || message.level.oversellCap > 0 ? ['stock', 'supply'] : ['stock']
    case 'catalog':
    case 'training':
      return []
  }
}

/**
 * All topics at once, so that nothing between the page's answer and this is missed; then those that have moved, until the
 * watcher leaves.
 */
export async function* staffMoves(hints: StaffHints, signal: AbortSignal): AsyncGenerator<readonly StaffTopic[]> {
  const moved = new Set<StaffTopic>(STAFF_TOPICS)
  let wake = (): void => {}
  const until = (isOver: () => boolean, ms?: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
      wake = () => {
        if (!isOver()) return
        clearTimeout(timer)
        resolve()
      }
      wake()
    })
  const note = (topics: readonly StaffTopic[]): void => {
    for (const topic of topics) moved.add(topic)
    wake()
  }
  const unhints = STAFF_TOPICS.map((topic) => hints.onHint(topic, () => note([topic])))
  const look = setInterval(() => note(STAFF_TOPICS), STAFF_LOOK_MS)
  const leave = (): void => wake()
  signal.addEventListener('abort', leave)
  const hasLeft = (): boolean => signal.aborted
  try {
    while (!signal.aborted) {
      await until(() => moved.size > 0 || hasLeft())
      await until(hasLeft, GATHER_MS)
      if (signal.aborted) return
      const told = STAFF_TOPICS.filter((topic) => moved.has(topic))
      moved.clear()
      yield told
      await until(hasLeft, CALM_MS)
    }
  } finally {
    clearInterval(look)
    for (const unhint of unhints) unhint()
    signal.removeEventListener('abort', leave)
  }
}
