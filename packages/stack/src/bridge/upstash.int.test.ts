import { Redis } from '@upstash/redis'
import { beforeAll, describe, expect, test } from 'vitest'
import { requiredUrls } from '../env'

describe('the REST bridge, as its own client sees it', () => {
  const urls = requiredUrls()
  const redis = new Redis({ url: urls.UPSTASH_REDIS_REST_URL, token: urls.UPSTASH_REDIS_REST_TOKEN, retry: false })
  const key = (name: string) => `stack-test:bridge:${name}`

  beforeAll(async () => {
    const old = await redis.keys(key('*'))
    if (old.length > 0) await redis.del(...old)
  })

  test('what is written is read back, whatever its type and script', async () => {
    const value = { name: 'Kleid “Ötztal” 👗', sizes: ['S', 'M'], stock: 3 }
    expect(await redis.set(key('json'), value)).toBe('OK')
    expect(await redis.get(key('json'))).toEqual(value)
    expect(await redis.set(key('word'), 'OK')).toBe('OK')
    expect(await redis.get(key('word'))).toBe('OK')
    expect(await redis.get(key('absent'))).toBeNull()
    expect(await redis.incrby(key('count'), 41)).toBe(41)
  })

  test('hashes, sets, sorted sets and streams arrive in the shapes of the client', async () => {
    await redis.hset(key('hash'), { colour: 'indigo', units: 7 })
    expect(await redis.hgetall(key('hash'))).toEqual({ colour: 'indigo', units: 7 })
    await redis.zadd(key('zset'), { score: 1.5, member: 'a' }, { score: 3, member: 'b' })
    expect(await redis.zrange(key('zset'), 0, -1, { withScores: true })).toEqual(['a', 1.5, 'b', 3])
    const id = await redis.xadd(key('stream'), '*', { seen: 'dress-1' })
    expect(await redis.xrange(key('stream'), '-', '+')).toEqual({ [id]: { seen: 'dress-1' } })
  })

  test('a pipeline answers each command, a transaction all at once, a script with its value', async () => {
    const pipeline = redis.pipeline().set(key('p'), 1).incr(key('p')).get(key('p'))
    expect(await pipeline.exec()).toEqual(['OK', 2, 2])
    expect(await redis.multi().set(key('m'), 'x').get(key('m')).exec()).toEqual(['OK', 'x'])
    expect(await redis.eval('return { KEYS[1], ARGV[1] }', [key('s')], ['v'])).toEqual([key('s'), 'v'])
    expect(await redis.evalsha('0'.repeat(40), [], []).catch((error: Error) => error.message)).toContain('NOSCRIPT')
  })

  test('a refusal of Redis is an error that says why', async () => {
    await redis.set(key('text'), 'abc')
    await expect(redis.incr(key('text'))).rejects.toThrow('not an integer')
    await expect(redis.exec(['SUBSCRIBE', 'x'])).rejects.toThrow('not available over HTTP')
  })

  test('a wrong token opens nothing', async () => {
    const stranger = new Redis({ url: urls.UPSTASH_REDIS_REST_URL, token: 'guess', retry: false })
    await expect(stranger.get(key('word'))).rejects.toThrow('Unauthorized')
  })
})
