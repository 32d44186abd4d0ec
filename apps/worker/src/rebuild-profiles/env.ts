import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  REDIS_PREFIX: z.string().min(1).default('selvedge'),
})

/** What the profiles' rebuild may know of the environment. */
export const readRebuildEnvironment = (): z.infer<typeof schema> => schema.parse(process.env)
