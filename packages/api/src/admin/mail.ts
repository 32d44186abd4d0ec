import { caughtMailSchema } from '@selvedge/core'
import { z } from 'zod'
import { router, staffProcedure } from '../trpc'

const SHOWN = 200

/** `admin.mail.*`: the local post box. */
export const mailRouter = router({
  caught: staffProcedure
    .output(z.array(caughtMailSchema))
    .query(async ({ ctx }) => [...(await ctx.services.notices.caught(SHOWN))]),
})
