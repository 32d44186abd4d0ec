import type { AppRouter } from '@selvedge/api'
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
  type TRPCClientErrorLike,
} from '@trpc/client'
import { createTRPCReact } from '@trpc/react-query'
import superjson from 'superjson'
import { newRequestId } from './request-id'

/** Hooks over the procedures. The only file that knows the router's type. */
export const trpc = createTRPCReact<AppRouter>()

/** What a procedure can answer with instead of a value: code, field errors, and the rejection with its facts. */
export type ApiError = TRPCClientErrorLike<AppRouter>

const URL_LENGTH_MAX = 4_000
const BATCH_MAX = 10

/** Queries and mutations in small batches; an order's own status as a stream. */
export const createApiClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url: '/api/trpc', transformer: superjson }),
        false: httpBatchLink({
          url: '/api/trpc',
          transformer: superjson,
          maxURLLength: URL_LENGTH_MAX,
          maxItems: BATCH_MAX,
          // The trail of one gesture starts here and is found again in logs, events and live messages.
          headers: () => ({ 'x-correlation-id': newRequestId() }),
        }),
      }),
    ],
  })

/** Whether a failure is a procedure's answer or a call that did not arrive; anything else is a fault of the page. */
export const isApiError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError
