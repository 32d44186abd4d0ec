'use client'

import { useMutation } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import type { ApiError } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'

type Words = { readonly said: string; readonly readAgain: () => Promise<void> }

/**
 * A lever that is moved, or given back to the house: it says what counts now and is read again, or says why it does not.
 * The answer is what a `LeverForm` takes.
 */
export const useLever = <Draft>(
  save: (draft: Draft) => Promise<unknown>,
  reset: () => Promise<unknown>,
  { said, readAgain }: Words,
) => {
  const settled = {
    onSuccess: () => {
      toast(said)
      void readAgain()
    },
    onError: tellFailure,
  }
  const saving = useMutation<unknown, ApiError, Draft>({ mutationFn: save, ...settled })
  const resetting = useMutation<unknown, ApiError>({ mutationFn: reset, ...settled })
  return {
    isSaving: saving.isPending,
    onSave: (draft: Draft): void => saving.mutate(draft),
    isResetting: resetting.isPending,
    onReset: (): void => resetting.mutate(),
  }
}
