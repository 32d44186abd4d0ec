import { staffMoves } from '@selvedge/core'
import { router, staffProcedure } from '../trpc'

/** `admin.live.*`: tells an open page of staff what has moved, so that it looks again at what it shows of it. */
export const liveRouter = router({
  watch: staffProcedure.subscription(async function* ({ ctx, signal }) {
    for await (const topics of staffMoves(ctx.services.staffHints, signal ?? new AbortController().signal))
      yield { topics: [...topics] }
  }),
})
