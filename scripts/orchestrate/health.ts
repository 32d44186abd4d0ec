import { setTimeout as sleep } from 'node:timers/promises'
import { Complaint } from './complaint'

type Readiness = { readonly up: readonly string[]; readonly missing: readonly string[] }

const PARTS = ['postgres', 'redis', 'meilisearch', 'inngest', 'worker']
const WAIT_MS = 180_000

/** Waits until `GET /api/health/ready` reports all five parts up. `onChange` hears what is still missing. */
export const untilReady = async (
  address: string,
  signal: AbortSignal,
  onChange: (missing: readonly string[]) => void,
): Promise<void> => {
  const deadline = Date.now() + WAIT_MS
  let said = ''
  for (;;) {
    signal.throwIfAborted()
    const { up, missing } = await readiness(address)
    if (up.length === PARTS.length) return
    if (Date.now() > deadline) throw new Complaint(`Still not ready after ${WAIT_MS / 1000} s: ${missing.join(', ')}.`)
    if (missing.join() !== said) {
      said = missing.join()
      onChange(missing)
    }
    await sleep(250)
  }
}

const readiness = async (address: string): Promise<Readiness> => {
  try {
    const response = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })
    const answer: unknown = await response.json()
    const up = PARTS.filter((part) => statusOf(answer, part) === 'up')
    return { up, missing: PARTS.filter((part) => !up.includes(part)) }
  } catch {
    return { up: [], missing: ['the web server'] } // it does not answer yet
  }
}

/** The status of a part in `{ parts: { postgres: { status: 'up' } } }`. */
const statusOf = (answer: unknown, part: string): unknown => field(field(field(answer, 'parts'), part), 'status')

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
