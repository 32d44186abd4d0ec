import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'

/** Keeps a placement's plan, or gives it back to the house; either is told and read again. */
export const usePlanLevers = () => {
  const utils = trpc.useUtils()
  const settled = {
    onSuccess: () => {
      toast('The placement chooses by it now')
      void utils.admin.placements.list.invalidate()
    },
    onError: (error: Parameters<typeof errorWords>[0]) => void toast(errorWords(error).title, { tone: 'error' }),
  }
  const save = trpc.admin.placements.save.useMutation(settled)
  const reset = trpc.admin.placements.reset.useMutation(settled)
  return { save, reset }
}
