import { happenedAtProblem } from '@selvedge/core'
import { z } from 'zod'

/** When something happened that is written down only now; without it, now. Refused by the name of its field. */
export const happenedAtSchema = z
  .date()
  .superRefine((happenedAt, { addIssue }) => {
    const message = happenedAtProblem(happenedAt, new Date())
    if (message !== undefined) addIssue({ code: 'custom', message })
  })
  .exactOptional()
