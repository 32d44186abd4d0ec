import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Redis } from 'ioredis'
import { asCommand, type Command, type Reply, runOne, runPipeline, runTransaction } from './commands'
import { encodeReply } from './encode-reply'

type Answer = { readonly status: number; readonly body: unknown }

const BODY_BYTES_MAX = 10 * 1024 * 1024

/**
 * Upstash's HTTP protocol over an ordinary Redis: `POST /` with one command as a JSON array, `/pipeline` and
 * `/multi-exec` with an array of them, a bearer token, strings in base64 when `Upstash-Encoding` asks for it.
 */
export const createBridge = (redis: Redis, token: string): Server =>
  createServer((request, response) => {
    answer(redis, token, request)
      .catch((error: unknown): Answer => ({ status: 500, body: { error: `ERR ${String(error)}` } }))
      .then(({ status, body }) => send(response, status, body))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

/** A connection that fails a command rather than hold it back while Redis is away. */
export const connectBridge = (redisUrl: string): Redis => new Redis(redisUrl, { maxRetriesPerRequest: 1, protocol: 2 })

const answer = async (redis: Redis, token: string, request: IncomingMessage): Promise<Answer> => {
  if (request.method === 'GET' && request.url === '/health')
    return { status: 200, body: { result: await redis.ping() } }
  if (!isAuthorised(request, token)) return { status: 401, body: { error: 'Unauthorized' } }
  if (request.method !== 'POST') return { status: 405, body: { error: 'ERR use POST' } }
  const body = await readJson(request)
  if (body === undefined) return { status: 400, body: { error: 'ERR failed to parse the request body as JSON' } }

  const base64 = request.headers['upstash-encoding'] === 'base64'
  const path = (request.url ?? '/').replace(/\/+$/, '')
  if (path === '') return answerOne(redis, body, base64)
  if (path === '/pipeline') return answerMany(redis, body, base64, runPipeline)
  if (path === '/multi-exec') return answerMany(redis, body, base64, runTransaction)
  return { status: 404, body: { error: `ERR there is nothing at ${path}` } }
}

const answerOne = async (redis: Redis, body: unknown, base64: boolean): Promise<Answer> => {
  const command = asCommand(body)
  const reply = 'error' in command ? command : await runOne(redis, command)
  return { status: 'error' in reply ? 400 : 200, body: encodeReply(reply, base64) }
}

const answerMany = async (
  redis: Redis,
  body: unknown,
  base64: boolean,
  run: (redis: Redis, commands: readonly Command[]) => Promise<Reply[] | Reply>,
): Promise<Answer> => {
  if (!Array.isArray(body)) return { status: 400, body: { error: 'ERR expected an array of commands' } }
  const commands: Command[] = []
  for (const element of body) {
    const command = asCommand(element)
    if ('error' in command) return { status: 400, body: command }
    commands.push(command)
  }
  const answers = await run(redis, commands)
  if (Array.isArray(answers)) return { status: 200, body: answers.map((reply) => encodeReply(reply, base64)) }
  return { status: 400, body: answers }
}

const isAuthorised = (request: IncomingMessage, token: string): boolean => {
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_BYTES_MAX) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined // not JSON: the caller says so
  }
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
