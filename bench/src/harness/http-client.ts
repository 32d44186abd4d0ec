import { Agent, request } from 'node:http'

export type HttpAnswer = { readonly status: number; readonly body: string; readonly cookies: readonly string[] }

/** A keep-alive client of so many connections to one address; Node's own http, because the client must stay cheap. */
export const createHttpClient = (address: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(address)
  const send = (method: 'GET' | 'POST', path: string, body?: unknown, cookie?: string): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', origin: address, host: `${hostname}:${port}` }),
        ...(cookie === undefined ? {} : { cookie }),
      }
      const req = request({ agent, hostname, port, method, path, headers }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            cookies: res.headers['set-cookie'] ?? [],
          }),
        )
        res.on('error', reject)
      })
      req.on('error', reject)
      req.end(body === undefined ? undefined : JSON.stringify(body))
    })
  return {
    get: (path: string, cookie?: string) => send('GET', path, undefined, cookie),
    /** A tRPC query: input as superjson writes plain JSON. */
    query: (procedure: string, input: unknown, cookie?: string) =>
      send(
        'GET',
        `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`,
        undefined,
        cookie,
      ),
    mutate: (procedure: string, input: unknown, cookie?: string) =>
      send('POST', `/api/trpc/${procedure}`, { json: input }, cookie),
    close: () => agent.destroy(),
  }
}
export type HttpClient = ReturnType<typeof createHttpClient>

/** The value of a tRPC answer; anything but 200 is a fault of the benchmark. */
export const answerOf = <T>(answer: HttpAnswer): T => {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 300)}`)
  return (JSON.parse(answer.body) as { result: { data: { json: T } } }).result.data.json
}
