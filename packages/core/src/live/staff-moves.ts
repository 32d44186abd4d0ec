import type { OutboxMessage } from '../outbox/messages'
import type { Hints } from './hints'
import { STAFF_ROOMS } from './staff-rooms'

/** What pages of staff follow: `poll`: questions and their answers; `file`: files in and out, and how far they are; rooms. */
export const STAFF_TOPICS = ['poll', 'file', ...STAFF_ROOMS] as const
export type StaffTopic = (typeof STAFF_TOPICS)[number]
export type StaffHints = Hints<StaffTopic>

/** Whoever was told nothing looks again, since a hint may be lost and a question's time comes without one. Milliseconds. */
const LOOK_MS = 30_000
/** What comes together is one look. Milliseconds. */
const GATHER_MS = 300

/** The page of staff that a message is news for. */
export const staffTopicOf = (message: OutboxMessage): StaffTopic | undefined => {
  if (message.topic === 'poll' || message.topic === 'supply' || message.topic === 'file') return message.topic
  if (message.topic === 'room') return message.room
  if (message.topic !== 'stock') return undefined
  return message.type === 'OversellCapSet' || message.level.oversellCap > 0 ? 'supply' : undefined
}

/**
 * A turn at once, so that nothing between the page's answer and this is missed; then one whenever the topic moves, until
 * the watcher leaves.
 */
export async function* staffMoves(hints: StaffHints, topic: StaffTopic, signal: AbortSignal): AsyncGenerator<void> {
  let hasMoved = true
  let wake = (): void => {}
  const unhint = hints.onHint(topic, () => {
    hasMoved = true
    wake()
  })
  const leave = (): void => wake()
  signal.addEventListener('abort', leave)
  const pause = (ms: number, isOver: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        if (!isOver()) return
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(resolve, ms)
      wake = done
      done()
    })
  try {
    while (!signal.aborted) {
      await pause(LOOK_MS, () => hasMoved || signal.aborted)
      await pause(GATHER_MS, () => signal.aborted)
      if (signal.aborted) return
      hasMoved = false
      yield
    }
  } finally {
    unhint()
    signal.removeEventListener('abort', leave)
  }
}
