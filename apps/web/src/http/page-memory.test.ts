import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import compression from 'compression'
import { afterEach, expect, test } from 'vitest'
import { createPageMemory } from './page-memory'
import { createReadWatch } from './page-reads'

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }
type Make = (req: IncomingMessage, res: ServerResponse) => Promise<void>

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const shop = async (page: (made: number, tell: ReturnType<typeof createReadWatch>) => Make) => {
  const state = { nowMs: 1_000, made: 0 }
  const watch = createReadWatch()
  const isPersonal = ({ headers }: IncomingMessage) => headers.cookie === 'own=1'
  const memory = createPageMemory({ watch, isPersonal, nowMs: () => state.nowMs })
  let requests = 0
  const server = createServer((req, res) => {
    res.setHeader('x-correlation-id', `request-${++requests}`)
    memory
      .answer(req, res, () => page(++state.made, watch)(req, res))
      .catch(() => {
        if (!res.headersSent) res.writeHead(500)
        res.end()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  const get = (path = '/p/shirt', headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) }))
        res.on('error', reject)
      })
        .on('error', reject)
        .end()
    })
  return { get, state, memory, port }
}
const words = async (answer: Promise<Answer>) => (await answer).body.toString()
const plain =
  (made: number): Make =>
  async (_, res) => {
    res.writeHead(200, { 'content-type': 'text/plain' })
    res.write(`page ${made}, `)
    await Promise.resolve()
    res.end('to its end')
  }

test('a page is made once, and sent again with a name of its own', async () => {
  const { get, memory } = await shop((made) => plain(made))
  const first = await get()
  const second = await get()
  expect(first.body.toString()).toBe('page 1, to its end')
  expect(second.body).toEqual(first.body)
  expect(second.headers['content-type']).toBe('text/plain')
  expect([first, second].map(({ headers }) => headers['x-correlation-id'])).toEqual(['request-1', 'request-2'])
  expect(memory.counts()).toEqual({ remembered: 1, shared: 0, made: 1 })
})

test('it ends with the first of its reads that would be another now, and with its age', async () => {
  let stock = 3
  const { get, state } = await shop((made, watch) => async (req, res) => {
    const read = stock
    await Promise.resolve()
    watch.note(() => true)
    watch.note(() => stock === read)
    return plain(made)(req, res)
  })
  expect(await words(get())).toContain('page 1')
  expect(await words(get())).toContain('page 1')
  stock = 2
  expect(await words(get())).toContain('page 2')
  state.nowMs += 14_999
  expect(await words(get())).toContain('page 2')
  state.nowMs += 1
  expect(await words(get())).toContain('page 3')
})

test('a page that looked at who asks is made for everybody anew', async () => {
  const { get, memory } = await shop((made, watch) => async (req, res) => {
    await Promise.resolve()
    watch.notePersonal()
    return plain(made)(req, res)
  })
  const own = { cookie: 'visitor=1' }
  expect(await words(get('/', own))).toContain('page 1')
  const bodies = await Promise.all([words(get('/', own)), words(get('/', own)), words(get('/', own))])
  expect(new Set(bodies).size).toBe(3)
  expect(memory.counts()).toEqual({ remembered: 0, shared: 0, made: 4 })
})

test('those who come without any cookie are the same nobody, for a moment', async () => {
  const { get, state } = await shop((made, watch) => async (req, res) => {
    watch.notePersonal()
    return plain(made)(req, res)
  })
  const own = { cookie: 'visitor=1' }
  expect(await words(get('/', own))).toContain('page 1')
  expect(await words(get('/'))).toContain('page 2')
  expect(await words(get('/'))).toContain('page 2')
  expect(await words(get('/', own))).toContain('page 3')
  state.nowMs += 2_000
  expect(await words(get('/'))).toContain('page 4')
})

test('what is the same for everybody is remembered for both together', async () => {
  const { get } = await shop((made) => plain(made))
  expect(await words(get('/p/shirt'))).toContain('page 1')
  expect(await words(get('/p/shirt', { cookie: 'visitor=1' }))).toContain('page 1')
})

test('who asks in their own order neither hears what others heard nor is heard by them', async () => {
  const { get } = await shop((made) => plain(made))
  expect(await words(get('/shop', { cookie: 'own=1' }))).toContain('page 1')
  expect(await words(get('/shop'))).toContain('page 2')
  expect(await words(get('/shop', { cookie: 'own=1' }))).toContain('page 3')
  expect(await words(get('/shop'))).toContain('page 2')
})

test('another address, host, part of a page or way to compress is another page', async () => {
  const { get, state } = await shop((made) => plain(made))
  const askers: Parameters<typeof get>[] = [
    ['/p/shirt'],
    ['/p/shirt?colour=navy'],
    ['/p/shirt', { host: 'shop.example' }],
    ['/p/shirt', { rsc: '1' }],
    ['/p/shirt', { rsc: '1', 'next-router-state-tree': '["shop"]' }],
    ['/p/shirt', { 'accept-encoding': 'br' }],
  ]
  for (const asker of askers) await get(...asker)
  expect(state.made).toBe(askers.length)
  for (const asker of askers) await get(...asker)
  expect(state.made).toBe(askers.length)
})

test.each([
  ['an answer with a cookie', (res: ServerResponse) => res.setHeader('set-cookie', 'bag=1')],
  ['a missing page', (res: ServerResponse) => Object.assign(res, { statusCode: 404 })],
])('%s is not remembered', async (_, change) => {
  const { get, state } = await shop(() => async (_req, res) => {
    change(res)
    res.end('made')
  })
  await get()
  await get()
  expect(state.made).toBe(2)
})

test('many who come at once have it made once', async () => {
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const { get, state, memory } = await shop((made) => async (req, res) => {
    await gate
    return plain(made)(req, res)
  })
  const all = Promise.all(Array.from({ length: 10 }, () => words(get())))
  await expect.poll(() => state.made).toBe(1)
  open()
  expect(new Set(await all).size).toBe(1)
  expect(memory.counts()).toEqual({ remembered: memory.counts().remembered, shared: expect.any(Number), made: 1 })
})

test('a page whose making failed is made again by whoever waited', async () => {
  const { get, state } = await shop((made) => async (req, res) => {
    await new Promise((resolve) => setImmediate(resolve))
    if (made === 1) throw new Error('no database')
    return plain(made)(req, res)
  })
  const answers = await Promise.all([get(), get()])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 500])
  expect(state.made).toBe(2)
})

test('a reader who leaves half-way leaves nothing behind', async () => {
  let began = (): void => undefined
  const beginning = new Promise<void>((resolve) => {
    began = resolve
  })
  const { get, port, state } = await shop((made) => async (req, res) => {
    if (made > 1) return plain(made)(req, res)
    res.write('half of it')
    began()
    await new Promise((resolve) => res.once('close', resolve))
  })
  const leaver = request({ host: '127.0.0.1', port, path: '/p/shirt' }).on('error', () => undefined)
  leaver.end()
  await beginning
  leaver.destroy()
  expect(await words(get())).toBe('page 2, to its end')
  expect(state.made).toBe(2)
})

test('who takes a page slowly holds up nobody who wants the same', async () => {
  let isWhole = false
  const large = 'x'.repeat(900_000)
  const { get, port, state } = await shop(() => async (_, res) => {
    res.write(large)
    res.end('end')
    isWhole = true
  })
  const slow = connect(port, '127.0.0.1').pause()
  slow.write('GET /p/shirt HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  await expect.poll(() => isWhole).toBe(true)
  expect((await words(get('/p/shirt', { host: '127.0.0.1' }))).length).toBe(large.length + 3)
  expect(state.made).toBe(1)
  slow.destroy()
})

test('what was compressed is sent as it was compressed', async () => {
  const compress = compression()
  const text = 'linen '.repeat(2_000)
  const { get, state } = await shop(
    () => (req, res) =>
      new Promise((resolve) =>
        compress(req, res, () => {
          res.writeHead(200, { 'content-type': 'text/html' })
          res.write(text)
          res.end()
          resolve()
        }),
      ),
  )
  for (const _ of [1, 2]) {
    const { headers, body } = await get('/p/shirt', { 'accept-encoding': 'br' })
    expect(headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(body).toString()).toBe(text)
  }
  expect(state.made).toBe(1)
})
