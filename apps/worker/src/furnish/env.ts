import { z } from 'zod'

const schema = z.object({ DATABASE_URL: z.url(), INTEGRATION_SECRET: z.string().min(32) })
export type FurnishEnvironment = z.infer<typeof schema>

/** What naming the systems outside may know of the environment. */
export const readFurnishEnvironment = (): FurnishEnvironment => schema.parse(process.env)
