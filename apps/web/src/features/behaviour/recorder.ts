'use client'

import type { BrowserSignal } from '@selvedge/core'
import { newRequestId } from '@/trpc/request-id'
import { consentNow } from './consent'
import { createEventQueue, type EventQueue } from './event-queue'
import { isSampled } from './sampled'
import { beaconEvents, sendEvents } from './send-events'

/** Gestures that should change the very next page do not wait for company. */
const AT_ONCE: ReadonlySet<BrowserSignal['kind']> = new Set([
  'view',
  'add',
  'remove',
  'facet',
  'colour',
  'size',
  'click',
])
const SOON_MS = 60
const WITH_COMPANY_MS = 2_500

type Recorder = {
  record(signal: BrowserSignal): void
  /** `isLast`: nobody comes after this page under the same name. */
  leave(isLast: boolean): void
  forget(): void
  wake(): void
}

let recorder: Recorder | undefined

const shelf = (): Storage | undefined => {
  try {
    return window.localStorage
  } catch {
    return undefined // forbidden by the browser's settings
  }
}

const createRecorder = (): Recorder => {
  const queue: EventQueue = createEventQueue({ shelf: shelf(), now: Date.now, newId: newRequestId })
  const sessionId = newRequestId()
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let isSending = false
  /** The shop could not take in what was sent last. */
  let isRefused = false

  const send = async (): Promise<void> => {
    dueAt = Number.POSITIVE_INFINITY
    const batch = queue.next()
    if (isSending || batch.length === 0 || consentNow() !== 'personal') return
    isSending = true
    const answer = await sendEvents(sessionId, batch)
    isSending = false
    isRefused = answer.outcome === 'later'
    if (answer.outcome === 'later') return sendIn(answer.afterMs)
    queue.letGo(batch)
    if (queue.size() > 0) sendIn(SOON_MS)
  }
  const sendIn = (ms: number): void => {
    if (Date.now() + ms >= dueAt) return
    clearTimeout(timer)
    dueAt = Date.now() + ms
    timer = setTimeout(() => void send(), ms)
  }
  return {
    record: (signal) => {
      if (!isSampled(signal.kind, sessionId)) return
      queue.add(signal)
      sendIn(AT_ONCE.has(signal.kind) ? SOON_MS : WITH_COMPANY_MS)
    },
    leave: (isLast) => {
      // A beacon is not answered: what it would take along stays for the next page, which learns what became of it.
      if (isRefused && !isLast && shelf() !== undefined) return
      const batch = queue.next()
      if (batch.length > 0 && consentNow() === 'personal' && beaconEvents(sessionId, batch)) queue.letGo(batch)
    },
    forget: () => queue.clear(),
    wake: () => queue.size() > 0 && sendIn(SOON_MS),
  }
}

/** Records what was observed, if the shopper has allowed it; does nothing on the server. */
export const record = (signal: BrowserSignal): void => {
  if (typeof window === 'undefined' || consentNow() !== 'personal') return
  recorder ??= createRecorder()
  recorder.record(signal)
}

const lastWords = new Set<() => void>()

/** Calls `tell` when the page is left, before what is left to send goes out. Answers how to stop that. */
export const beforeLeaving = (tell: () => void): (() => void) => {
  lastWords.add(tell)
  return () => void lastWords.delete(tell)
}

/** What the page has not sent yet goes out with it. */
export const recordLeaving = (): void => {
  for (const tell of lastWords) tell()
  recorder?.leave(false)
}

/** The last that is sent under this name; what does not go out with it goes to nobody (`forgetRecorded`). */
export const recordSigningOut = (): void => {
  for (const tell of lastWords) tell()
  recorder?.leave(true)
}

/** Drops what was observed and not sent: consent was taken back. */
export const forgetRecorded = (): void => {
  recorder ??= createRecorder()
  recorder.forget()
}

/** Sends what an earlier page or an offline hour has left; without a yes it goes, for it was seen under one that is over. */
export const recordWaiting = (): void => {
  recorder ??= createRecorder()
  if (consentNow() === 'personal') recorder.wake()
  else recorder.forget()
}
