import { STAFF_TOPICS, staffMoves } from '@selvedge/core'
import { z } from 'zod'
import { router, staffProcedure } from '../trpc'

/** `admin.live.*`: tells an open page of staff that what it shows has moved, so that it looks again. */
export const liveRouter = router({
  watch: staffProcedure.input(z.strictObject({ topic: z.enum(STAFF_TOPICS) })).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    let turn = 0
    for await (const _ of staffMoves(ctx.services.staffHints, input.topic, signal ?? new AbortController().signal))
      yield { turn: turn++ }
  }),
})
