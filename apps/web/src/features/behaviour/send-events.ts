import type { BrowserEvent } from '@selvedge/core'

const PATH = '/api/behaviour'
/** One batch is under way at a time: an answer that never comes would keep back all that follow. */
const ANSWER_WITHIN_MS = 15_000

/** `sent` and `refused` are final; `later` is tried again after that many milliseconds. */
export type SendOutcome =
  | { readonly outcome: 'sent' | 'refused' }
  | { readonly outcome: 'later'; readonly afterMs: number }

const bodyOf = (sessionId: string, events: readonly BrowserEvent[]): string =>
  JSON.stringify({ sessionId, sentAtMs: Date.now(), events })

/** Sends a batch and learns what became of it. */
export const sendEvents = async (sessionId: string, events: readonly BrowserEvent[]): Promise<SendOutcome> => {
  try {
    const answer = await fetch(PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bodyOf(sessionId, events),
      keepalive: true,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    if (answer.ok) return { outcome: 'sent' }
    if (answer.status !== 429 && answer.status < 500) return { outcome: 'refused' }
    return { outcome: 'later', afterMs: Number(answer.headers.get('retry-after') ?? 30) * 1_000 }
  } catch {
    return { outcome: 'later', afterMs: 30_000 } // no connection, or no answer
  }
}

/** For a page that is going: the browser sends it on its own, and nobody learns how it went. */
export const beaconEvents = (sessionId: string, events: readonly BrowserEvent[]): boolean =>
  navigator.sendBeacon(PATH, new Blob([bodyOf(sessionId, events)], { type: 'application/json' }))
