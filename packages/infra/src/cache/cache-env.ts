import { z } from 'zod'

/** The part of an app's environment that chooses how caches and rate limits reach Redis. */
export const cacheEnvSchema = z.discriminatedUnion('CACHE_DRIVER', [
  z.object({ CACHE_DRIVER: z.literal('ioredis') }),
  z.object({
    CACHE_DRIVER: z.literal('upstash'),
    UPSTASH_REDIS_REST_URL: z.url(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  }),
])
export type CacheEnv = z.infer<typeof cacheEnvSchema>

/** Reads the choice; TCP when the environment says nothing. */
export const readCacheEnv = (env: Readonly<Record<string, string | undefined>>): CacheEnv =>
  cacheEnvSchema.parse({ ...env, CACHE_DRIVER: env.CACHE_DRIVER || 'ioredis' })
