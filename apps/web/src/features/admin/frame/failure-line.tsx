import { errorWords } from '@/features/rejection-words'
import type { ApiError } from '@/trpc/client'

type Props = {
  error?: ApiError | null | undefined
  /** Where the page knows more of it than the error says. */
  problem?: string | undefined
}

/** Why a press did nothing, announced; empty and without height while all is well. */
export const FailureLine = ({ error, problem }: Props) => {
  const words = error ? errorWords(error) : undefined
  return (
    <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
      {problem ?? (words ? `${words.title}. ${words.detail ?? ''}` : null)}
    </p>
  )
}
