import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import type { ApiError } from '@/trpc/client'

/** Says why something did not go through, where a page has no place of its own for it. */
export const tellFailure = (error: ApiError): void => void toast(errorWords(error).title, { tone: 'error' })
