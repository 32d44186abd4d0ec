import { freePort, stackDir, startStack, wipeStack } from '@selvedge/stack'
import type { Command } from './command'
import { Complaint } from './complaint'
import { prepareDatabase } from './prepare-database'
import { clearLastRun, forgetRun } from './run-record'
import { createServers } from './servers'
import { openShop } from './shop'
import { addressOf, shopEnvironment } from './shop-env'

const PRODUCTS = 240

export type TestShop = {
  readonly address: string
  readonly env: Record<string, string>
  readonly close: () => Promise<void>
}

/**
 * A shop for the browser tests: engines, data, worker and web of its own, on free ports, from the build that exists.
 * What the environment gives is not used: these tests change whatever they touch.
 */
export const openTestShop = async ({ signal, atEnd }: Command): Promise<TestShop> => {
  const dir = stackDir('e2e')
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
  const env = { ...shopEnvironment(stack.urls, ports, 'production'), ...TEST_CLOCKS }
  await prepareDatabase({ stack, env, isOurs: true, seedSize: PRODUCTS, signal })
  const address = addressOf(ports.web)
  await openShop({ dir, address, env, servers, signal: AbortSignal.any([signal, fallen.signal]), mode: 'production' })
  return { address, env: { ...env, E2E_BASE_URL: address }, close }
}

/** Time-outs short enough to be waited for. */
const TEST_CLOCKS: Record<string, string> = {}
