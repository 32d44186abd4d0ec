import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assetRoute } from './asset-route'

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: string }

let folder: string
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'assets-'))
  await writeFile(path.join(folder, 'a.js'), 'plain')
  await writeFile(path.join(folder, 'a.js.br'), 'as brotli')
  await writeFile(path.join(folder, 'a.js.gz'), 'as gzip')
  const route = assetRoute(folder, [{ key: 'X-Content-Type-Options', value: 'nosniff' }])
  server = createServer((req, res) => void route.handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const get = (url: string, encodings: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ host: '127.0.0.1', port, path: url, headers: { 'accept-encoding': encodings } }, (res) => {
      let body = ''
      res.on('data', (chunk) => {
        body += chunk
      })
      res.on('end', () => resolve({ status: res.statusCode, headers: res.headers, body }))
    })
      .on('error', reject)
      .end()
  })

test.each([
  ['gzip, deflate, br', 'as brotli', 'br'],
  ['gzip, deflate', 'as gzip', 'gzip'],
  ['identity', 'plain', undefined],
])('a browser that takes %s is sent the copy made for it', async (encodings, body, encoding) => {
  const answer = await get('/_next/static/a.js', encodings)
  expect(answer.body).toBe(body)
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(answer.headers['content-type']).toContain('javascript')
  expect(answer.headers['cache-control']).toContain('immutable')
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test.each(['/_next/static/none.js', '/_next/static/..%2f..%2fetc%2fpasswd', '/_next/static/'])(
  '%s is not a file of ours, and nobody remembers that for long',
  async (url) => {
    const answer = await get(url, 'br')
    expect(answer.status).toBe(404)
    expect(answer.headers['cache-control']).toBe('no-store')
  },
)
