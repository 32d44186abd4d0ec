import { createServer, get, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import compression from 'compression'
import { afterEach, expect, test } from 'vitest'
import { rewriteHead } from './rewrite-head'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** What comes of a page that `send` sends, whose head is put into capitals. */
const sent = async (send: (res: ServerResponse) => void, accept?: string) => {
  const compress = compression()
  const server = createServer((req, res) =>
    compress(req, res, () => {
      rewriteHead(res, { until: '</head>', by: (head) => `<!--longer-->${head.toUpperCase()}` })
      send(res)
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  const headers = accept === undefined ? {} : { 'accept-encoding': accept }
  return new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get({ host: '127.0.0.1', port, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => resolve({ headers: res.headers, body: Buffer.concat(chunks) }))
      res.on('error', reject)
    }).on('error', reject)
  })
}
const words = async (send: (res: ServerResponse) => void) => (await sent(send)).body.toString()
const html = (res: ServerResponse) => res.setHeader('content-type', 'text/html; charset=utf-8')

test('a head is rewritten, and what follows is not', async () => {
  expect(await words((res) => html(res).end('<head>a</head><p>b</head></p>'))).toBe(
    '<!--longer--><HEAD>A</HEAD><p>b</head></p>',
  )
})

test('a head that comes in pieces is waited for; letters of several bytes stay whole', async () => {
  const page = Buffer.from('<head>5 €</head><p>€</p>')
  const body = await words((res) => {
    html(res)
    for (const byte of page) res.write(Buffer.of(byte))
    res.end()
  })
  expect(body).toContain('5 ')
  expect(body.endsWith('</HEAD><p>€</p>')).toBe(true)
})

test('a page that ends before its head does is sent as it is', async () => {
  const body = await words((res) => {
    html(res).write('<head>a')
    res.end('<p>b')
  })
  expect(body).toBe('<head>a<p>b')
})

test('a head that does not end is not waited for', async () => {
  const long = `<head>${'a'.repeat(70_000)}`
  const body = await words((res) => {
    html(res).write(long)
    res.end('</head>')
  })
  expect(body).toBe(`${long}</head>`)
})

test('what is no page passes as it is', async () => {
  expect(await words((res) => res.setHeader('content-type', 'text/x-component').end('<head>a</head>'))).toBe(
    '<head>a</head>',
  )
  expect((await sent((res) => html(res).writeHead(304).end())).body.length).toBe(0)
})

test('a promised length is taken back while it can be, and kept to where it is sent already', async () => {
  const page = '<head>a</head>'
  const promise = (res: ServerResponse) => html(res).setHeader('content-length', page.length)
  expect(await words((res) => promise(res).end(page))).toBe('<!--longer--><HEAD>A</HEAD>')
  const kept = await words((res) => {
    promise(res).flushHeaders()
    res.end(page)
  })
  expect(kept).toBe(page)
})

test('it is compressed after it is rewritten, and whoever waits for a part that is held back is told', async () => {
  const rest = 'b'.repeat(2_000)
  let told = 0
  const { headers, body } = await sent((res) => {
    html(res).write('<head>', () => told++)
    res.write(`a</head>${rest}`)
    res.end()
  }, 'gzip')
  expect(headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(body).toString()).toBe(`<!--longer--><HEAD>A</HEAD>${rest}`)
  expect(told).toBe(1)
})
