import { connect, createServer, type Server, type Socket } from 'node:net'
import { requiredUrls } from '@selvedge/stack'
import type { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRedis, untilConnected } from './redis-client'

/** Of several: one may be held up by whatever else the machine does. */
const AT_ONCE_MS = 100

let line: Awaited<ReturnType<typeof openLine>>
let redis: Redis
beforeEach(async () => {
  line = await openLine()
  redis = createRedis({ url: line.url, name: 'test', onFault: () => undefined })
  expect(await untilConnected(redis, 5_000)).toBe(true)
})
afterEach(async () => {
  redis.disconnect()
  await line.close()
})

const refusedAfterMs = async (): Promise<number> => {
  const begun = performance.now()
  await expect(redis.get('anything')).rejects.toThrow()
  return performance.now() - begun
}

/** Of `n` calls one after another the one in the middle. */
const usuallyRefusedAfterMs = async (n: number): Promise<number> => {
  const all: number[] = []
  for (let call = 0; call < n; call += 1) all.push(await refusedAfterMs())
  return all.sort((a, b) => a - b)[Math.floor(n / 2)] ?? Number.NaN
}

test('a Redis that is gone refuses at once, and answers again when it is back', async () => {
  line.cut()
  await vi.waitFor(() => expect(redis.status).not.toBe('ready'), { timeout: 10_000 })
  expect(await usuallyRefusedAfterMs(5)).toBeLessThan(AT_ONCE_MS)
  line.mend()
  await vi.waitFor(async () => expect(await redis.ping()).toBe('PONG'), { timeout: 5_000 })
})

test('a Redis that takes everything and answers nothing keeps nobody waiting for long, and after a while nobody at all', async () => {
  line.hush()
  expect(await refusedAfterMs()).toBeLessThan(1_000)
  await vi.waitFor(async () => expect(await refusedAfterMs()).toBeLessThan(AT_ONCE_MS), { timeout: 10_000 })
  // Every new connection is as silent as the last: nobody waits for those either.
  expect(await usuallyRefusedAfterMs(21)).toBeLessThan(AT_ONCE_MS)
  line.mend()
  await vi.waitFor(async () => expect(await redis.ping()).toBe('PONG'), { timeout: 10_000 })
})

/** The way to the real Redis, which can be cut and hushed. */
async function openLine() {
  const { hostname, port } = new URL(requiredUrls().REDIS_URL)
  const ends = new Set<Socket>()
  let state: 'open' | 'cut' | 'hushed' = 'open'
  const pass = (near: Socket): void => {
    if (state === 'cut') return void near.destroy()
    const far = connect({ host: hostname, port: Number(port || 6379) })
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('data', (bytes) => {
        if (state === 'open') other.write(bytes)
      })
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  }
  const server: Server = createServer(pass)
  const listening = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the line has no address'))
    })
  })
  const hangUp = (): void => {
    for (const end of ends) end.destroy()
  }
  return {
    url: `redis://127.0.0.1:${listening}`,
    cut: () => {
      state = 'cut'
      hangUp()
    },
    hush: () => {
      state = 'hushed'
    },
    /** What was said in the meantime is lost. */
    mend: () => {
      state = 'open'
      hangUp()
    },
    close: () => {
      hangUp()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
