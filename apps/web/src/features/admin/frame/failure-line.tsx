import { errorWords } from '@/features/rejection-words'
import type { ApiError } from '@/trpc/client'

/** Why a press did nothing, announced; empty and without height while all is well. */
export const FailureLine = ({ error }: { error: ApiError | null | undefined }) => {
  const words = error ? errorWords(error) : undefined
  return (
    <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
      {words ? `${words.title}. ${words.detail ?? ''}` : null}
    </p>
  )
}
