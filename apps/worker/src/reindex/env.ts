import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url(),
  MEILI_URL: z.url(),
  MEILI_MASTER_KEY: z.string().optional(),
  REDIS_URL: z.url(),
  REDIS_PREFIX: z.string().min(1).default('selvedge'),
  /** Stands before the names of indexes; tests and second shops on one engine have their own. */
  SEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[\w-]*$/)
    .default(''),
})
export type ReindexEnvironment = z.infer<typeof schema>

/** What the index's rebuild may know of the environment. */
export const readReindexEnvironment = (): ReindexEnvironment => schema.parse(process.env)
