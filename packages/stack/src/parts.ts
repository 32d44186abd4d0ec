/** The engines of the local stack. The REST bridge belongs to `redis`. */
export const PARTS = ['postgres', 'redis', 'meili', 'inngest'] as const
export type Part = (typeof PARTS)[number]

/** Which part answers at each variable. */
export const PART_OF_URL = {
  DATABASE_URL: 'postgres',
  REDIS_URL: 'redis',
  UPSTASH_REDIS_REST_URL: 'redis',
  UPSTASH_REDIS_REST_TOKEN: 'redis',
  MEILI_URL: 'meili',
  MEILI_MASTER_KEY: 'meili',
  INNGEST_BASE_URL: 'inngest',
  INNGEST_EVENT_KEY: 'inngest',
  INNGEST_SIGNING_KEY: 'inngest',
} as const satisfies Record<string, Part>

export type StackVariable = keyof typeof PART_OF_URL

/** The variables of the chosen parts; every part when none is chosen. */
export type StackUrls<P extends Part = Part> = {
  readonly [V in StackVariable as (typeof PART_OF_URL)[V] extends P ? V : never]: string
}

/** What the environment already gives; a given variable wins over a part of our own. */
export type GivenUrls = { readonly [V in StackVariable]?: string | undefined }

/** Every listening socket of a stack. */
export const PORT_NAMES = [
  'postgres',
  'redis',
  'redisRest',
  'meili',
  'inngest',
  'inngestGateway',
  'inngestGatewayGrpc',
  'inngestExecutorGrpc',
] as const
export type PortName = (typeof PORT_NAMES)[number]
export type Ports = Record<PortName, number>
