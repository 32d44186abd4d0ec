import { Inngest } from 'inngest'
import type { Logger } from '../telemetry/logger'

export type InngestSettings = {
  readonly baseUrl: string
  readonly eventKey: string
  readonly signingKey: string
  /** Apps of one server are told apart by it. */
  readonly appId?: string
  readonly logger: Logger
}

const HTTP_TIMEOUT_MS = 4_000

/** The client of the scheduler, always in its signed mode. */
export const createInngestClient = ({ baseUrl, eventKey, signingKey, appId = 'selvedge', logger }: InngestSettings) =>
  new Inngest({
    id: appId,
    baseUrl,
    eventKey,
    signingKey,
    isDev: false,
    logger: logger.child({ part: 'inngest' }),
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(HTTP_TIMEOUT_MS) }),
  })

export type InngestClient = ReturnType<typeof createInngestClient>
