import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signedText, type WebhookBody } from '@selvedge/core'
import { createRequestSigner } from '@selvedge/infra'

export type Receiver = {
  readonly url: string
  /** What it took, in the order of arrival; repeats of a lost answer are among it. */
  readonly bodies: WebhookBody[]
  readonly forged: number
  /** How the next requests are answered; 200 once it is empty. `hang` never answers. */
  readonly moods: (number | 'hang')[]
  stop(): Promise<void>
}

/** Somebody else's machine: takes signed webhooks, in whatever mood it is told to be. */
export const startReceiver = async (secretOf: () => string): Promise<Receiver> => {
  const signer = createRequestSigner()
  const bodies: WebhookBody[] = []
  const moods: (number | 'hang')[] = []
  let forged = 0
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const content = Buffer.concat(chunks).toString('utf8')
      const timestamp = String(req.headers['x-selvedge-timestamp'])
      const signature = String(req.headers['x-selvedge-signature'])
      if (!signer.matches(secretOf(), signedText({ timestamp, content }), signature)) forged++
      const mood = moods.shift() ?? 200
      if (mood === 'hang') return
      // A redirect into the house is a classic: it must not be followed.
      if (mood >= 200 && mood < 300) bodies.push(JSON.parse(content))
      res.writeHead(mood, mood === 302 ? { location: 'http://127.0.0.1:1/inside' } : {}).end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, // it listens on TCP
    bodies,
    moods,
    get forged() {
      return forged
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
