import { QueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'

const RETRIES_MAX = 2

/** A fault on the way may be tried again; an answer of the server, a rejection among them, is final. */
const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < RETRIES_MAX && error instanceof TRPCClientError && (error.data === undefined || error.data === null)

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: worthRetrying },
      // Mutations carry a request id or are idempotent by nature, so a lost answer is asked for again.
      // Without a network it fails and says so: a hold that is asked for an hour later is not what was pressed.
      mutations: { retry: worthRetrying, retryDelay: 400, networkMode: 'always' },
    },
  })
