import type { z } from 'zod'
import type { SyncRejection } from './rejections'

type Problems = Extract<SyncRejection, { code: 'INVALID_BATCH' }>['problems']

const SHOWN_MAX = 50

/** What is wrong with a batch, with the line of the message (from 1) and its field. */
export const parseProblems = (error: z.ZodError): Problems =>
  error.issues.slice(0, SHOWN_MAX).map(({ path, message }) => {
    const [list, index, ...field] = path
    return list === 'messages' && typeof index === 'number'
      ? { line: index + 1, field: field.join('.'), problem: message }
      : { field: path.join('.'), problem: message }
  })
