import { join, relative } from 'node:path'
import { ensureStack, isFree, stackDir } from '@selvedge/stack'
import { build } from './build'
import { checkSettings } from './check-settings'
import type { Command } from './command'
import { Complaint } from './complaint'
import { foreignUrls, refuseOnGivenUrls, wipe } from './fresh'
import { prepareDatabase } from './prepare-database'
import { printAddresses } from './print-addresses'
import { progress } from './progress'
import { ROOT } from './root'
import { clearLastRun, forgetRun } from './run-record'
import { createServers } from './servers'
import { openShop } from './shop'
import { addressOf, shopEnvironment } from './shop-env'
import type { StartOptions } from './start-options'
import { workerPort } from './worker-port'

/** From a clone with its packages to an open shop; stays until Ctrl-C, or until a server of it falls. */
export const startShop = async (
  { signal, atEnd }: Command,
  { port, isFresh, seedSize, name }: StartOptions,
  mode: 'production' | 'development',
): Promise<number> => {
  if (seedSize !== undefined) refuseOnGivenUrls('--seed-size')
  await checkSettings(port, mode)
  const dir = stackDir(name)
  await clearLastRun(dir)
  if (isFresh) await wipe(dir)
  if (!(await isFree(port)) || !(await isFree(port, '0.0.0.0'))) {
    throw new Complaint(`Port ${port} is taken: stop what uses it, or choose another one: PORT=${port + 1} npm start`)
  }

  progress('Starting PostgreSQL, Redis, Meilisearch and Inngest')
  const isOurs = foreignUrls().length === 0
  const stack = await ensureStack({ name, log: progress })
  atEnd(stack.stop)
  signal.throwIfAborted()

  const env = shopEnvironment(stack.urls, { web: port, worker: await workerPort(stack.dir) }, mode)
  progress(
    mode === 'production' ? 'Building (what is built already comes from the cache)' : 'Generating the database client',
  )
  await build(env, signal, ...(mode === 'production' ? [] : ['@selvedge/db']))
  await prepareDatabase({ stack, env, isOurs, seedSize, signal, drawPictures: true })

  const fallen = new AbortController()
  const servers = createServers((name, reason) => fallen.abort(new Complaint(`The ${name} server ended: ${reason}.`)))
  atEnd(() => forgetRun(stack.dir))
  atEnd(servers.stop)
  const ending = AbortSignal.any([signal, fallen.signal])
  await openShop({ dir: stack.dir, address: addressOf(port), env, servers, signal: ending, mode })
  await printAddresses(addressOf(port), join(relative(ROOT, stack.dir), 'logs'), isOurs)

  await new Promise<void>((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }))
  if (fallen.signal.aborted) throw fallen.signal.reason
  progress('Stopping')
  return 0
}
