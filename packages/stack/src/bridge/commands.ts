import type { Redis } from 'ioredis'

/** A Redis command as it comes over HTTP: its name and its arguments. */
export type Command = readonly [string, ...string[]]
export type Reply = { readonly result: unknown } | { readonly error: string }

// They change or block the one connection that all requests share.
const NOT_OVER_HTTP = new Set(
  'subscribe psubscribe ssubscribe monitor multi exec discard watch unwatch select auth hello quit reset client'
    .concat(' blpop brpop blmove brpoplpush blmpop bzpopmin bzpopmax bzmpop wait waitaof')
    .split(' '),
)

/** The command in a parsed JSON body, or what is wrong with it. */
export const asCommand = (body: unknown): Command | { readonly error: string } => {
  if (!Array.isArray(body) || body.length === 0) return { error: 'ERR a command is a non-empty JSON array' }
  const words = body.map((word) => (word !== null && typeof word === 'object' ? JSON.stringify(word) : String(word)))
  const [name = '', ...args] = words
  const blocks = /^xread/i.test(name) && args.some((argument) => argument.toLowerCase() === 'block')
  if (blocks || NOT_OVER_HTTP.has(name.toLowerCase())) return { error: `ERR ${name} is not available over HTTP` }
  return [name, ...args]
}

/** Runs one command; a refusal of Redis is a reply, a lost connection an exception. */
export const runOne = async (redis: Redis, [name, ...args]: Command): Promise<Reply> => {
  try {
    return { result: await redis.callBuffer(name, ...args) }
  } catch (error) {
    return refusal(error)
  }
}

/** Runs the commands in one round trip, each answering for itself. */
export const runPipeline = async (redis: Redis, commands: readonly Command[]): Promise<Reply[]> => {
  const pipeline = redis.pipeline()
  for (const [name, ...args] of commands) pipeline.callBuffer(name, ...args)
  return replies(await pipeline.exec())
}

/** Runs the commands as one transaction; a single reply when Redis refused to begin it. */
export const runTransaction = async (redis: Redis, commands: readonly Command[]): Promise<Reply[] | Reply> => {
  const transaction = redis.multi()
  for (const [name, ...args] of commands) transaction.callBuffer(name, ...args)
  try {
    return replies(await transaction.exec())
  } catch (error) {
    return refusal(error)
  }
}

const replies = (answers: [error: Error | null, result: unknown][] | null): Reply[] =>
  (answers ?? []).map(([error, result]) => (error === null ? { result } : refusal(error)))

const refusal = (error: unknown): Reply => {
  if (error instanceof Error && error.name === 'ReplyError') return { error: error.message }
  throw error
}
