import type { IncomingMessage } from 'node:http'
import { createCaller, type Services } from '@selvedge/api'
import { type IsExcluded, layUnits, type UnitsToCome } from '@selvedge/core'
import {
  askForTraining,
  createAlertDesk,
  createMarkdownStore,
  createPictureRegister,
  createPlanningDesk,
  createStyleCosts,
  watchTogether,
} from '@selvedge/db'
import { createMemoryRateLimit, createPictureStore } from '@selvedge/infra'
import type { WebEnv } from './env'
import { buildBehaviour } from './graph/behaviour'
import { buildCatalogue } from './graph/catalogue'
import { connect } from './graph/connections'
import { healthParts } from './graph/health-parts'
import { buildIdentity } from './graph/identity'
import { buildJournal } from './graph/journal'
import { buildMovement } from './graph/movement'
import { buildOrdering } from './graph/ordering'
import { buildOutside } from './graph/outside'
import { buildRecommendations } from './graph/recommendations'
import { buildStock } from './graph/stock'
import { createPageMemory } from './http/page-memory'
import { createReadWatch } from './http/page-reads'
import { createLiveHub } from './live/live-hub'
import { createCallLimits } from './server/call-limits'
import { clientAddress } from './server/client-address'
import { hasOwnOrder } from './server/has-own-order'
import { createContextBuilder } from './server/request-context'

/**
 * Composition root 1: builds the web server's object graph, once. Everything that keeps state or a connection is made
 * here and handed on as arguments.
 */
export const buildRoot = (env: WebEnv) => {
  const connections = connect(env)
  const { logger, metrics, onFault, feed } = connections
  // The engine is made over stock and catalogue, whose pages ask it back: what rules keep from them, and by when something
  // can be had that is sold ahead.
  let asked: { readonly isExcluded: IsExcluded; readonly nextOf: UnitsToCome } | undefined
  const nextOf: UnitsToCome = (sku) => asked?.nextOf(sku)
  const isExcluded: IsExcluded = (productId, placement) => asked?.isExcluded(productId, placement) ?? false
  const stock = buildStock(connections, nextOf)
  const boughtTogether = watchTogether({ pool: connections.pool, onFault: onFault('recommendations') })
  const watch = createReadWatch()
  const catalogue = buildCatalogue(env, connections, stock, boughtTogether, watch, isExcluded)
  const behaviour = buildBehaviour(env, connections)
  const ordering = buildOrdering(env, connections, stock)
  const outside = buildOutside(env, connections, stock)
  const addressOf = (req: IncomingMessage): string =>
    clientAddress(req.socket.remoteAddress ?? '', req.headers['x-forwarded-for']?.toString(), env.TRUSTED_PROXIES)
  const live = createLiveHub({
    feed,
    readStock: (skus) => stock.view.ofSkus(skus),
    asShown: layUnits(nextOf),
    addressOf,
    limits: { streamsPerAddress: env.LIVE_STREAMS_PER_ADDRESS },
    onFault: onFault('live'),
  })
  const recommendations = buildRecommendations(connections, {
    stock,
    catalogue,
    boughtTogether,
    watch,
    profiles: behaviour.profiles,
    alerts: behaviour.service.alerts,
    facts: behaviour.facts,
    askForTraining: (origin) => askForTraining(connections.pool, origin),
    onPrices: live.pricesMoved,
    onPricesStand: live.pricesStandSince,
    onUnitsToCome: live.unitsMoved,
  })
  asked = recommendations.engine
  const { auth, accountCountry, secureCookies, bringVisit } = buildIdentity(env, connections, {
    bag: ordering.bag,
    behaviour: behaviour.service,
  })
  const pictures = createPictureStore({ dir: env.PICTURE_DIR, workers: 1, onFault: onFault('pictures') })
  const callLimits = createCallLimits({
    writes: connections.rateLimit,
    reads: createMemoryRateLimit(Date.now),
    rules: { readsPerMinute: env.API_READS_PER_MINUTE, writesPerMinute: env.API_WRITES_PER_MINUTE },
    addressOf,
  })
  metrics.gauge('selvedge_live_streams', 'Open live streams', [], (gauge) => gauge.set(live.size()))
  metrics.gauge('selvedge_search_cache_lookups', 'Listing cache look-ups by outcome', ['outcome'], (gauge) => {
    for (const [outcome, count] of Object.entries(catalogue.finder.counts())) gauge.set({ outcome }, count)
  })
  const pages = createPageMemory({ watch, isPersonal: hasOwnOrder })
  metrics.gauge('selvedge_pages', 'Pages by how they were answered', ['outcome'], (gauge) => {
    for (const [outcome, count] of Object.entries(pages.counts())) gauge.set({ outcome }, count)
  })

  const services: Services = {
    ...ordering,
    ...buildMovement(connections, stock),
    catalog: catalogue.service,
    ...recommendations.services,
    behaviour: behaviour.service,
    accountCountry,
    stock: stock.engine,
    stockReader: stock.reader,
    markdowns: createMarkdownStore({ pool: connections.pool }),
    stockHistory: stock.history,
    stockEditor: stock.editor,
    sources: outside.sources,
    endpoints: outside.endpoints,
    supply: stock.supply,
    supplyDesk: stock.supplyDesk,
    styleCosts: createStyleCosts(connections.pool),
    staffHints: connections.staffHints,
    files: outside.files,
    planning: createPlanningDesk({ pool: connections.pool }),
    ...buildJournal(connections),
    staffAlerts: createAlertDesk({ pool: connections.pool }),
  }
  const { TRUSTED_PROXIES: trustedProxies, BAG_SECRET: bagSecret } = env
  return {
    services,
    /** Before this no page can know what rules keep back. */
    rulesRead: recommendations.engine.rulesRead,
    auth,
    contextOf: createContextBuilder({
      services,
      auth,
      bagSecret,
      trustedProxies,
      secureCookies,
      bringVisit,
      onPersonalRead: watch.notePersonal,
    }),
    createCaller,
    pages,
    behaviourIntake: behaviour.intake,
    callLimits,
    sync: outside.sync,
    pictures,
    isKnownPicture: createPictureRegister({ pool: connections.pool }),
    live,
    logger,
    metrics,
    parts: healthParts(env, connections),
    close: async () => {
      await recommendations.close()
      catalogue.close()
      boughtTogether.stop()
      await stock.close()
      await pictures.close()
      await connections.close()
    },
  }
}
