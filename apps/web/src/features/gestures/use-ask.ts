'use client'

import { announce } from '@/components/live-region'
import type { ApiError } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { rejectionOf } from '../refusal'

export type AskState = 'idle' | 'needs-email' | 'asking' | 'asked'

/** Asks to be told; who is not signed in is asked for an address first. How far that has come is kept by whoever calls. */
export const useAsk = (
  send: (email: string | undefined) => Promise<void>,
  asked: string,
  [state, setState]: readonly [AskState, (state: AskState) => void],
) => {
  const ask = async (email?: string): Promise<void> => {
    setState('asking')
    try {
      await send(email)
      setState('asked')
      announce(asked)
    } catch (error) {
      const refusal = error as ApiError // what a procedure's promise is rejected with
      const isAddressMissing = rejectionOf(refusal)?.code === 'EMAIL_NEEDED'
      setState(isAddressMissing || email !== undefined ? 'needs-email' : 'idle')
      if (!isAddressMissing) tellRefusal(refusal)
    }
  }
  return { state, ask: (email?: string) => void ask(email) }
}
