import { createHmac } from 'node:crypto'

export type Registration = {
  /** Our own serve endpoint, as this process reaches it. */
  readonly endpoint: string
  readonly signingKey: string
  /** Called when it begins or ceases to work. */
  changed(isRegistered: boolean, reason?: string): void
}

export type KeptRegistration = {
  /** Whether the scheduler knows our functions at this address, as far as it last said. */
  isRegistered(): boolean
  /** Resolves when the scheduler has answered the first attempt, or `ms` later. */
  firstAnswer(ms: number): Promise<void>
  stop(): void
}

const RETRY_MS = 1_000
/**
 * Said yes to is not kept yet: a scheduler may go on calling where a worker was before, until it is told once more. So it
 * is told again soon after each first yes, and then so often that one that was set up anew learns of us within the last.
 */
const AGAIN_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Makes our endpoint introduce its functions to the scheduler, by the signed PUT that the scheduler itself would send,
 * and keeps doing so until stopped. Unsigned ones are refused by the endpoint.
 */
export const keepRegistered = (registration: Registration): KeptRegistration => {
  let isRegistered: boolean | undefined
  let timer: NodeJS.Timeout | undefined
  let isOver = false
  let times = 0

  const attempt = async (): Promise<void> => {
    const reason = await register(registration)
    if (isOver) return
    const isNow = reason === undefined
    if (isNow !== isRegistered) registration.changed(isNow, reason)
    isRegistered = isNow
    times = isNow ? times + 1 : 0
    timer = setTimeout(() => void attempt(), isNow ? AGAIN_MS[Math.min(times, AGAIN_MS.length) - 1] : RETRY_MS)
  }
  const first = attempt()
  return {
    isRegistered: () => isRegistered === true,
    firstAnswer: async (ms) => {
      let waiting: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        waiting = setTimeout(resolve, ms)
      })
      await Promise.race([first, late])
      clearTimeout(waiting)
    },
    stop: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}

/** Undefined when it worked, else why not. */
const register = async ({ endpoint, signingKey }: Registration): Promise<string | undefined> => {
  try {
    const body = '{}'
    const response = await fetch(endpoint, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', 'x-inngest-signature': signatureOf(body, signingKey) },
      signal: AbortSignal.timeout(10_000),
    })
    const answer = await response.text()
    return response.ok ? undefined : `${response.status} ${answer.slice(0, 200)}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** `t=<seconds>&s=<HMAC-SHA256 of body and t>`, keyed by the signing key without its prefix. */
const signatureOf = (body: string, signingKey: string): string => {
  const seconds = String(Math.round(Date.now() / 1_000))
  const key = signingKey.replace(/^signkey-\w+-/, '')
  return `t=${seconds}&s=${createHmac('sha256', key).update(body).update(seconds).digest('hex')}`
}
