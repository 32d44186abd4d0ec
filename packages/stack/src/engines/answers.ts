import { connect } from 'node:net'

/** Does an HTTP server answer 200 here? */
export const answersHttp = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false // not there yet: the caller asks again until its deadline
  }
}

/** Does a Redis answer PING with PONG here? (It says LOADING while it reads its files.) */
export const answersRedis = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 })
    const finish = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', (reply) => finish(reply.toString('latin1').startsWith('+PONG')))
    socket.once('error', () => finish(false))
    socket.once('timeout', () => finish(false))
  })
