import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type RequestSigner, type SendOutcome, signedText, type WebhookSender } from '@selvedge/core'
import { checkTarget, type Resolve, type Target } from './check-target'

const TIMEOUT_MS = 10_000
const ANSWER_MAX_BYTES = 16_384

export type WebhookSenderDeps = {
  readonly signer: RequestSigner
  readonly nowMs: () => number
  /** Development only: lets a receiver on this machine be used. */
  readonly allowLoopback: boolean
  readonly resolve?: Resolve
}

/** Sends signed webhooks (HMAC-SHA-256 over `<timestamp>.<body>`). Redirects are not followed, answers not kept. */
export const createWebhookSender = ({ signer, nowMs, ...check }: WebhookSenderDeps): WebhookSender => ({
  refuse: async (url) => {
    const target = await checkTarget(url, check)
    return typeof target === 'string' ? target : undefined
  },
  send: async ({ url, secret, deliveryId, body }) => {
    const startedAt = nowMs()
    const target = await checkTarget(url, check)
    const took = (): { tookMs: number } => ({ tookMs: Math.max(0, nowMs() - startedAt) })
    if (typeof target === 'string') return { ok: false, error: target, ...took() }
    const timestamp = String(Math.floor(startedAt / 1_000))
    try {
      const status = await post(target, body, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Selvedge-Webhook/1',
        'x-selvedge-delivery': deliveryId,
        'x-selvedge-timestamp': timestamp,
        'x-selvedge-signature': signer.sign(secret, signedText({ timestamp, content: body })),
      })
      return outcome(status, took())
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message.slice(0, 200) : 'unknown', ...took() }
    }
  },
})

const outcome = (status: number, took: { tookMs: number }): SendOutcome =>
  status >= 200 && status < 300
    ? { ok: true, status, ...took }
    : { ok: false, status, error: `answered ${status}`, ...took }

const post = ({ url, address, family }: Target, body: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, refuse) => {
    const pinned: LookupFunction = (_host, options, answer) =>
      options.all === true ? answer(null, [{ address, family }]) : answer(null, address, family)
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(
      url,
      { method: 'POST', headers, lookup: pinned, agent: false, timeout: TIMEOUT_MS },
      (response) => drain(response, resolve),
    )
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS)
    request.on('error', refuse)
    request.on('close', () => {
      clearTimeout(timer)
      refuse(new Error('the connection was closed'))
    })
    request.end(body)
  })

/** Reads a little, so that a well-behaved receiver is not cut off, and no more than that. */
const drain = (response: IncomingMessage, done: (status: number) => void): void => {
  let bytes = 0
  const status = response.statusCode ?? 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > ANSWER_MAX_BYTES) {
      done(status)
      response.destroy()
    }
  })
  response.on('end', () => done(status))
  response.on('error', () => done(status))
}
