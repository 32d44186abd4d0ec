import type { LiveMessage } from '@selvedge/core'
import type { LiveStatus } from './live-status'
import { readLiveMessage } from './read-live-message'

const SILENCE_MS = 40_000 // the hub pings every 15 s
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

export type LiveStream = {
  /** Sets the SKUs of the stream; opens it with the first ones, closes it with none. */
  watch(skus: readonly string[]): void
  /** Tries at once instead of waiting for the next attempt; a dead stream is replaced. */
  wake(): void
  close(): void
}

export type LiveStreamEvents = { heard(message: LiveMessage): void; status(status: LiveStatus): void }

/** One `/api/live` stream: reconnects with jitter, notices silence, and moves its topics without reopening. */
export const createLiveStream = ({ heard, status }: LiveStreamEvents): LiveStream => {
  let source: EventSource | undefined
  let connectionId: string | undefined
  let topics: readonly string[] = []
  let attempts = 0
  let lastHeardAt = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setInterval> | undefined
  let isMoving = false

  const drop = (): void => {
    source?.close()
    source = undefined
    connectionId = undefined
    clearInterval(watchdog)
  }
  const again = (): void => {
    drop()
    status(navigator.onLine ? 'connecting' : 'offline')
    clearTimeout(retry)
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts++)
    retry = setTimeout(open, wait * (0.5 + Math.random()))
  }
  const open = (): void => {
    clearTimeout(retry)
    drop()
    if (topics.length === 0) return
    const next = new EventSource(`/api/live?skus=${topics.map(encodeURIComponent).join(',')}`)
    const opened = topics
    source = next
    lastHeardAt = Date.now()
    watchdog = setInterval(() => Date.now() - lastHeardAt > SILENCE_MS && again(), 5_000)
    next.addEventListener('ping', () => {
      lastHeardAt = Date.now()
    })
    next.onerror = () => next === source && again()
    next.onmessage = ({ data }) => {
      if (next !== source) return
      lastHeardAt = Date.now()
      const message = readLiveMessage(String(data))
      if (message.type === 'hello') {
        // A server may greet again, with what it did not know at first.
        const isFirst = connectionId === undefined
        connectionId = message.connectionId
        attempts = 0
        status('live')
        if (isFirst && topics !== opened) void move()
      }
      heard(message)
    }
  }
  /** Tells the hub the new topics; one request at a time, and always the last topics at the end. */
  const move = async (): Promise<void> => {
    if (connectionId === undefined || isMoving) return
    isMoving = true
    const sent = topics
    const isMoved = await postTopics(connectionId, sent)
    isMoving = false
    // Not known there (another process, a restart): a new stream brings the topics along.
    if (!isMoved) open()
    else if (sent !== topics) await move()
  }

  return {
    watch: (skus) => {
      topics = skus
      if (skus.length === 0) {
        clearTimeout(retry)
        drop()
      } else if (source === undefined) open()
      else void move()
    },
    wake: () => {
      if (topics.length > 0 && (source === undefined || Date.now() - lastHeardAt > SILENCE_MS / 2)) {
        attempts = 0
        open()
      }
    },
    close: () => {
      clearTimeout(retry)
      drop()
    },
  }
}

const postTopics = async (connectionId: string, skus: readonly string[]): Promise<boolean> => {
  try {
    const response = await fetch('/api/live/topics', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connectionId, skus }),
    })
    return response.ok
  } catch {
    return false // no network: the stream notices too and is opened again
  }
}
