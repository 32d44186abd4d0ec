import type { OutsideChange } from '../sync/ports'

export type WebhookEndpoint = {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Hears of one location, or of every one when absent. */
  readonly locationId?: number
}

export type WebhookEndpointRow = WebhookEndpoint & {
  readonly locationCode?: string
  readonly state: 'active' | 'disabled'
  readonly disabledReason?: string
  readonly createdAt: Date
  readonly failures: number
  readonly nextAttemptAt?: Date
  readonly lastDeliveredAt?: Date
  readonly lastError?: string
  readonly pending: number
  readonly delivered24h: number
}

/** One try to hand changes to an endpoint. */
export type WebhookAttempt = {
  readonly id: string
  readonly at: Date
  readonly changes: number
  readonly firstSeq: string
  readonly lastSeq: string
  readonly tookMs: number
  readonly status?: number
  readonly error?: string
}

/** What an endpoint is sent: changes in order, per record and over all. */
export type WebhookBody = {
  /** The same id comes again when an answer was lost. */
  readonly deliveryId: string
  /** Set on the first delivery after a pause: read the levels anew, changes in between were not kept. */
  readonly resync?: true
  readonly changes: readonly OutsideChange[]
}

export type Claimed = {
  readonly endpoint: WebhookEndpoint & { readonly sealedSecret: string; readonly failures: number }
  readonly body: WebhookBody
  readonly lastSeq: string
}

/** How the other side took it. `status` when it answered at all. */
export type SendOutcome =
  | { readonly ok: true; readonly status: number; readonly tookMs: number }
  | { readonly ok: false; readonly status?: number; readonly error: string; readonly tookMs: number }

export type WebhookStore = {
  endpoints(): Promise<readonly WebhookEndpointRow[]>
  attempts(endpointId: string, limit: number): Promise<readonly WebhookAttempt[]>
  add(endpoint: WebhookEndpoint & { sealedSecret: string; actor: string }): Promise<void>
  rotate(id: string, sealedSecret: string): Promise<boolean>
  /** Enabled again it first tells its receiver to read the levels anew. */
  setState(id: string, state: 'active' | 'disabled', reason?: string): Promise<boolean>
  /** Due at once, whatever the wait was. */
  retryNow(id: string): Promise<boolean>
  remove(id: string): Promise<boolean>
  /** Endpoints with something due, and nobody at work on them. */
  due(limit: number): Promise<readonly string[]>
  /** Takes the endpoint for `leaseMs`, with its oldest changes; undefined when there is nothing to do. */
  claim(id: string, input: { leaseMs: number; limit: number }): Promise<Claimed | undefined>
  /** Writes the attempt down; what was delivered is no longer pending. */
  settle(claimed: Claimed, outcome: SendOutcome, delayMs: number): Promise<'delivered' | 'waiting' | 'given-up'>
}

/** Sends a signed body to an address that was checked; never throws for what the other side does. */
export type WebhookSender = {
  send(input: { url: string; secret: string; deliveryId: string; body: string }): Promise<SendOutcome>
  /** Why an address is refused, or undefined. */
  refuse(url: string): Promise<'NOT_HTTPS' | 'HAS_CREDENTIALS' | 'NOT_PUBLIC' | 'NOT_FOUND' | undefined>
}

export type WebhookRejection =
  | {
      readonly code: 'ENDPOINT_REFUSED'
      readonly because: 'NOT_HTTPS' | 'HAS_CREDENTIALS' | 'NOT_PUBLIC' | 'NOT_FOUND'
    }
  | { readonly code: 'UNKNOWN_ENDPOINT'; readonly endpointId: string }
  | { readonly code: 'UNKNOWN_PLACE'; readonly location: string }
