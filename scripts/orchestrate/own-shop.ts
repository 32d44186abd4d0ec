import { freePort, stackDir, startStack, wipeStack } from '@selvedge/stack'
import type { Command } from './command'
import { Complaint } from './complaint'
import { prepareDatabase } from './prepare-database'
import { clearLastRun, forgetRun } from './run-record'
import { createServers } from './servers'
import { openShop } from './shop'
import { addressOf, shopEnvironment } from './shop-env'

export type OwnShopOptions = {
  /** The name of its stack: one shop a name at a time. */
  readonly name: string
  readonly products: number
  /** Settings beyond the ordinary ones, such as shorter time-outs. */
  readonly settings?: Readonly<Record<string, string>>
}

export type OwnShop = {
  /** The folder of its engines. */
  readonly dir: string
  readonly address: string
  readonly env: Record<string, string>
  /** Aborts when one of its servers falls, with the reason. */
  readonly fallen: AbortSignal
  readonly close: () => Promise<void>
}

/**
 * A shop for browser tests and benchmarks: engines, fresh data, worker and web of its own, on free ports, from the build
 * that exists. What the environment gives is not used: whoever asks for it changes whatever he touches.
 */
export const openOwnShop = async ({ signal, atEnd }: Command, options: OwnShopOptions): Promise<OwnShop> => {
  const dir = stackDir(options.name)
  await clearLastRun(dir)
  await wipeStack(dir)
  const stack = await startStack({ dir, given: {}, log: console.log })
  const fallen = new AbortController()
  const servers = createServers((name, reason) => fallen.abort(new Complaint(`The ${name} server ended: ${reason}.`)))
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await servers.stop()
    forgetRun(dir)
    await stack.stop()
  }
  atEnd(close)

  const ports = { web: await freePort(), worker: await freePort() }
  const env = { ...shopEnvironment(stack.urls, ports, 'production'), ...options.settings }
  await prepareDatabase({ stack, env, isOurs: true, seedSize: options.products, signal })
  const address = addressOf(ports.web)
  await openShop({ dir, address, env, servers, signal: AbortSignal.any([signal, fallen.signal]), mode: 'production' })
  return { dir, address, env, fallen: fallen.signal, close }
}
