import type { IncomingMessage } from 'node:http'
import { liveTopicsSchema, MAX_LIVE_TOPICS } from '@selvedge/core'
import { z } from 'zod'

const MAX_BODY_BYTES = 64 * 1024
const skusSchema = liveTopicsSchema.shape.skus

/** The SKUs in `?skus=a,b,c`; nothing when they are not a list of SKUs. */
export const topicsOfUrl = (req: IncomingMessage): readonly string[] | undefined => {
  const skus = new URL(req.url ?? '/', 'http://live').searchParams.get('skus')
  if (skus === null || skus === '') return []
  return skusSchema.safeParse(skus.split(',', MAX_LIVE_TOPICS + 1)).data
}

export type TopicsBody =
  | { readonly status: 200; readonly topics: z.infer<typeof liveTopicsSchema> }
  | { readonly status: 400 | 413 | 415 }

/** The body of a change of topics, or the status that says what is wrong with it. */
export const topicsOfBody = async (req: IncomingMessage): Promise<TopicsBody> => {
  // A form of another site cannot send this type without asking first.
  if (!(req.headers['content-type'] ?? '').startsWith('application/json')) return { status: 415 }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req) {
    const part = z.instanceof(Buffer).parse(chunk)
    bytes += part.length
    if (bytes > MAX_BODY_BYTES) return { status: 413 }
    chunks.push(part)
  }
  const parsed = liveTopicsSchema.safeParse(asJson(Buffer.concat(chunks).toString('utf8')))
  return parsed.success ? { status: 200, topics: parsed.data } : { status: 400 }
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON: the schema refuses it
  }
}
