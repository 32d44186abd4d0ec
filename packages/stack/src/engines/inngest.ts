import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { engineEnvironment, givenBinaries } from '../env'
import type { ProcessIdentity } from '../process/identity'
import { launch } from '../process/launch'
import { StackError } from '../stack-error'
import { answersHttp } from './answers'
import type { EngineContext } from './context'
import { onPath, packagedBinary } from './verified-binary'

export type InngestOptions = {
  /** Where armed sleeps live, so that they survive a kill; the server's own memory when absent. */
  readonly redisUrl?: string | undefined
  /** The app to look for at start; apps may also register themselves later. */
  readonly sdkUrl?: string | undefined
}

/** The Inngest server in its production mode (`start`, signed), without its dashboard, which has no login. */
export const startInngest = async (context: EngineContext, options: InngestOptions): Promise<ProcessIdentity> => {
  const { dir, ports, secrets, log } = context
  const command = await findInngest()
  const home = join(dir, 'inngest')
  await mkdir(home, { recursive: true })
  const open = [ports.inngestGateway, ports.inngestGatewayGrpc, ports.inngestExecutorGrpc]
  log(
    `Inngest also listens on ports ${open.join(', ')} of all interfaces, whatever host it is told: keep them firewalled`,
  )
  return launch({
    name: 'Inngest',
    command,
    args: [
      ...['start', '--no-ui', '--host', '127.0.0.1', '--port', String(ports.inngest)],
      ...['--event-key', secrets.inngestEventKey, '--signing-key', secrets.inngestSigningKey],
      ...['--connect-gateway-port', String(ports.inngestGateway)],
      ...['--connect-gateway-grpc-port', String(ports.inngestGatewayGrpc)],
      ...['--connect-executor-grpc-port', String(ports.inngestExecutorGrpc)],
      ...['--sqlite-dir', home, '--log-level', 'warn'],
      ...(options.redisUrl === undefined ? [] : ['--redis-uri', options.redisUrl]),
      ...(options.sdkUrl === undefined ? [] : ['--sdk-url', options.sdkUrl]),
    ],
    cwd: home,
    env: engineEnvironment(home),
    logFile: join(dir, 'logs', 'inngest.log'),
    ready: () => answersHttp(`http://127.0.0.1:${ports.inngest}/health`),
    readyWithinMs: 60_000,
  })
}

const findInngest = async (): Promise<string> => {
  const packaged = () =>
    packagedBinary({
      packageName: '@satcomx00-x00/solow-inngest-linux-x64',
      file: 'bin/inngest',
      sha256: '8a12c63ad7622eb16dbd19059cc8c5b753a482114d69e6a574c55c50baa48508',
      platform: 'linux-x64',
    })
  const found = givenBinaries().inngest ?? (await packaged()) ?? onPath('inngest') ?? onPath('inngest-cli')
  if (found !== undefined) return found
  throw new StackError('The Inngest server is missing on this platform. Type: npm install -g inngest-cli@1.44.0')
}
