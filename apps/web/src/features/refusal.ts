import type { Rejection } from '@selvedge/api'
import type { ApiError } from '@/trpc/client'

/** What a person is told: what happened, and what can be done about it. */
export type Words = { title: string; detail?: string }

/** The rejection that an error carries, if the business said no. */
export const rejectionOf = (error: ApiError): Rejection | undefined => error.data?.rejection

/** Words for a call that failed without a rejection: a wrong field, too many tries, no connection, or a fault of ours. */
export const failureWords = (error: ApiError): Words => {
  switch (error.data?.code) {
    case undefined:
      return { title: 'No connection', detail: 'No answer came. Check the network and try again.' }
    case 'BAD_REQUEST':
      return { title: 'Something in there is not right', detail: 'Check the marked fields.' }
    case 'UNAUTHORIZED':
      return { title: 'Please sign in first' }
    case 'FORBIDDEN':
      return { title: 'That is not allowed here' }
    case 'NOT_FOUND':
      return { title: 'That is not there any more' }
    case 'TOO_MANY_REQUESTS':
      return { title: 'A little slower, please', detail: 'Wait a moment and try again.' }
    default:
      return { title: 'A thread broke on our side', detail: 'Nothing was changed. Try again in a moment.' }
  }
}
