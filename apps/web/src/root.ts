import { createCaller, type Services } from '@selvedge/api'
import { createPool, createPrisma, createStockEngine, createStockReader } from '@selvedge/db'
import { createPictureStore } from '@selvedge/infra'
import type { WebEnv } from './env'
import { createAuth } from './server/auth'
import { createContextBuilder } from './server/request-context'

/**
 * Composition root 1: builds the web server's object graph, once. Everything that keeps state or a connection is made
 * here and handed on as arguments.
 */
export const buildRoot = (env: WebEnv) => {
  const local = [`http://127.0.0.1:${env.PORT}`, `http://localhost:${env.PORT}`]
  const publicUrl = env.PUBLIC_URL ?? local[0] ?? ''
  const secureCookies = publicUrl.startsWith('https:')

  const pool = createPool(env.DATABASE_URL, { max: 20, applicationName: 'selvedge-web' })
  const stock = createStockEngine({ pool })
  const stockReader = createStockReader({ pool })
  const pictures = createPictureStore({ dir: env.PICTURE_DIR, workers: 1 })
  const auth = createAuth({
    prisma: createPrisma(pool),
    secret: env.BETTER_AUTH_SECRET,
    baseUrl: publicUrl,
    trustedOrigins: [publicUrl, ...local],
    secureCookies,
  })
  const services: Services = { stock, stockReader }
  const contextOf = createContextBuilder({
    services,
    auth,
    bagSecret: env.BAG_SECRET,
    trustedProxies: env.TRUSTED_PROXIES,
    secureCookies,
  })
  return {
    services,
    auth,
    contextOf,
    createCaller,
    pictures,
    pool,
    parts: { postgres: async () => void (await pool.query('SELECT 1')) },
    close: async () => {
      await stock.close()
      await pictures.close()
      await pool.end()
    },
  }
}
export type BuiltRoot = ReturnType<typeof buildRoot>
