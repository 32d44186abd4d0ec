import type { IncomingMessage } from 'node:http'
import type { Context } from '@selvedge/api'
import { type BehaviourSink, browserBatchSchema, type PersonKey, type RateLimit, takeInBatch } from '@selvedge/core'
import type { ContextBuilder } from '../server/request-context'
import { isBot } from './is-bot'
import { readSmallBody } from './read-small-body'
import { type Route, sendJson } from './route'
import { toHeaders } from './to-headers'

const PATH = '/api/behaviour'
const MAX_BODY_BYTES = 128 * 1024
const MINUTE_MS = 60_000
/** A very busy visit makes some hundred events a minute. */
const EVENTS_PER_PERSON = 1_500
const EVENTS_PER_ADDRESS = 20_000

export type BehaviourOutcome =
  | 'accepted'
  | 'duplicate'
  | 'invalid'
  | 'too-old'
  | 'no-consent'
  | 'bot'
  | 'limited'
  | 'refused'
  | 'unavailable'

export type BehaviourRouteDeps = {
  readonly contextOf: ContextBuilder
  readonly sink: BehaviourSink
  readonly rateLimit: RateLimit
  /** Whether the person said no, in whichever browser. */
  hasRefused(person: PersonKey): Promise<boolean>
  /** Told when a piece goes into a bag, so that the order that comes of it is known to be this person's. */
  rememberBag(cartId: string, person: string): Promise<void>
  count(outcome: BehaviourOutcome, events: number): void
  onFault(error: unknown): void
  readonly nowMs: () => number
}

type Answer = { readonly status: number; readonly body: object; readonly retryAfterS?: number }
type Batch = Pick<ReturnType<typeof browserBatchSchema.parse>, 'sessionId' | 'sentAtMs' | 'events'>

/**
 * Where browsers send what they observed. Who it is comes from signed cookies alone. A batch that is none is told so;
 * single events that are wrong are dropped and counted, for a shop window does not break over statistics.
 */
export const behaviourRoute = (deps: BehaviourRouteDeps): Route => ({
  handles: (path) => path === PATH,
  handle: async (req, res) => {
    const refuse = ({ status, body, retryAfterS }: Answer): void => {
      if (retryAfterS !== undefined) res.setHeader('retry-after', String(retryAfterS))
      sendJson(res, status, body)
    }
    const read = await readBatch(req)
    if ('refused' in read) {
      deps.count('refused', 1)
      return refuse(read.refused)
    }
    const context = await deps.contextOf({
      headers: toHeaders(req),
      socketAddress: req.socket.remoteAddress ?? '',
      setCookie: (cookie) => res.appendHeader('set-cookie', cookie),
    })
    if (!context.sameSite) {
      deps.count('refused', 1)
      return refuse({ status: 403, body: { error: 'another site may not speak for this browser' } })
    }
    refuse(await takeIn(deps, req, context, read.batch))
  },
})

async function readBatch(req: IncomingMessage): Promise<{ batch: Batch } | { refused: Answer }> {
  if (req.method !== 'POST') return { refused: { status: 405, body: { error: 'only POST' } } }
  if (!req.headers['content-type']?.startsWith('application/json'))
    return { refused: { status: 415, body: { error: 'only application/json' } } }
  const text = await readSmallBody(req, MAX_BODY_BYTES)
  if (text === undefined)
    return { refused: { status: 413, body: { error: `a batch has at most ${MAX_BODY_BYTES} bytes` } } }
  const { data, error } = browserBatchSchema.safeParse(asJson(text))
  if (data) return { batch: data }
  const issues = error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
  return { refused: { status: 400, body: { error: 'no batch', issues } } }
}

async function takeIn(deps: BehaviourRouteDeps, req: IncomingMessage, context: Context, batch: Batch): Promise<Answer> {
  const { count } = deps
  const all = batch.events.length
  const dropped = (reason: BehaviourOutcome): Answer => {
    count(reason, all)
    return { status: 202, body: { accepted: 0, dropped: { [reason]: all } } }
  }
  if (isBot(req.headers['user-agent'])) return dropped('bot')
  if (context.consent !== 'personal') return dropped('no-consent')
  const person = context.ensurePerson()
  // Before anything is asked of the database.
  const waitMs = await overLimit(deps.rateLimit, person, context.addressKey, all)
  if (waitMs !== undefined) {
    count('limited', all)
    return { status: 429, body: { error: 'too many events' }, retryAfterS: Math.ceil(waitMs / 1_000) }
  }
  if (await deps.hasRefused(person)) {
    context.setConsent('necessary')
    return dropped('no-consent')
  }
  const { signals, invalid, tooOld } = takeInBatch(batch, person, deps.nowMs())
  count('invalid', invalid)
  count('too-old', tooOld)
  try {
    const { accepted, duplicates, isFull } = await deps.sink.record(signals)
    if (isFull) {
      count('unavailable', signals.length)
      return { status: 503, body: { error: 'come back later' }, retryAfterS: 30 }
    }
    count('accepted', accepted)
    count('duplicate', duplicates)
    if (context.cartId && signals.some(({ signal }) => signal.kind === 'add'))
      await deps.rememberBag(context.cartId, person)
    return { status: 202, body: { accepted, dropped: { invalid, 'too-old': tooOld, duplicate: duplicates } } }
  } catch (fault) {
    // The browser keeps the batch and sends it again.
    deps.onFault(fault)
    count('unavailable', signals.length)
    return { status: 503, body: { error: 'come back later' }, retryAfterS: 10 }
  }
}

async function overLimit(
  rateLimit: RateLimit,
  person: string,
  addressKey: string | undefined,
  events: number,
): Promise<number | undefined> {
  const answers = await Promise.all([
    rateLimit.take(`behaviour:${person}`, { limit: EVENTS_PER_PERSON, windowMs: MINUTE_MS }, events),
    ...(addressKey
      ? [rateLimit.take(`behaviour:at:${addressKey}`, { limit: EVENTS_PER_ADDRESS, windowMs: MINUTE_MS }, events)]
      : []),
  ])
  const refused = answers.filter(({ isAllowed }) => !isAllowed)
  return refused.length === 0 ? undefined : Math.max(...refused.map(({ resetMs }) => resetMs))
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema refuses it
  }
}
