import { get, type IncomingMessage } from 'node:http'
import { type LiveMessage, liveMessageSchema, type SkuStock } from '@selvedge/core'

export type TestStream = {
  readonly messages: LiveMessage[]
  /** The latest of each SKU by version, as a page keeps it. */
  stock(): ReadonlyMap<string, SkuStock>
  readonly isOpen: () => boolean
  pause(): void
  resume(): void
  /** Tears the connection, as a lost network does. */
  tear(): void
}

/** A page's stream, over the wire; every frame has to be a message of the schema. */
export const openStream = (
  origin: string,
  skus: readonly string[],
  heard: (message: LiveMessage) => void = () => undefined,
): Promise<TestStream> =>
  new Promise((resolve, refuse) => {
    const request = get(`${origin}/api/live?skus=${skus.join(',')}`, { agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        refuse(new Error(String(response.statusCode)))
        return
      }
      resolve(readStream(response, heard))
    })
    request.on('error', refuse)
  })

const readStream = (response: IncomingMessage, heard: (message: LiveMessage) => void): TestStream => {
  const messages: LiveMessage[] = []
  const latest = new Map<string, SkuStock>()
  let isOpen = true
  let rest = ''
  response.setEncoding('utf8')
  response.on('data', (text: string) => {
    const frames = (rest + text).split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) {
      if (!frame.startsWith('data: ')) continue
      const message = liveMessageSchema.parse(JSON.parse(frame.slice(6)))
      messages.push(message)
      if ('stock' in message) {
        for (const stock of message.stock) {
          if ((latest.get(stock.sku)?.version ?? -1) < stock.version) latest.set(stock.sku, stock)
        }
      }
      heard(message)
    }
  })
  const closed = (): void => {
    isOpen = false
  }
  response.on('close', closed)
  response.on('error', closed)
  return {
    messages,
    stock: () => latest,
    isOpen: () => isOpen,
    pause: () => response.pause(),
    resume: () => response.resume(),
    tear: () => response.destroy(),
  }
}
