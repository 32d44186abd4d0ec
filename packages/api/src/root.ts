import { staffAlertsRouter } from './admin/alerts'
import { allocationRouter } from './admin/allocation'
import { auditRouter } from './admin/audit'
import { costsRouter } from './admin/costs'
import { countsRouter } from './admin/counts'
import { endpointsRouter } from './admin/endpoints'
import { experimentsRouter } from './admin/experiments'
import { figuresRouter } from './admin/figures'
import { filesRouter } from './admin/files'
import { forecastRouter } from './admin/forecast'
import { historyRouter } from './admin/history'
import { holdPolicyRouter } from './admin/hold-policy'
import { holdsRouter } from './admin/holds'
import { inspectorRouter } from './admin/inspector'
import { liveRouter } from './admin/live'
import { mailRouter } from './admin/mail'
import { modelsRouter } from './admin/models'
import { adminOrdersRouter } from './admin/orders'
import { parcelsRouter } from './admin/parcels'
import { placementsRouter } from './admin/placements'
import { pollsRouter } from './admin/polls'
import { promotionsRouter } from './admin/promotions'
import { quarantineRouter } from './admin/quarantine'
import { staffReturnsRouter } from './admin/returns'
import { rulesRouter } from './admin/rules'
import { safetyRouter } from './admin/safety'
import { sourcesRouter } from './admin/sources'
import { stockRouter } from './admin/stock'
import { supplyRouter } from './admin/supply'
import { transfersRouter } from './admin/transfers'
import { alertsRouter } from './shop/alerts'
import { bagRouter } from './shop/bag'
import { catalogProcedures } from './shop/catalog'
import { checkoutRouter } from './shop/checkout'
import { countryRouter } from './shop/country'
import { feedProcedures } from './shop/feed'
import { noticesRouter } from './shop/notices'
import { ordersRouter } from './shop/orders'
import { privacyRouter } from './shop/privacy'
import { returnsRouter } from './shop/returns'
import { savedRouter } from './shop/saved'
import { sizeAdviceRouter } from './shop/size-advice'
import { tasteRouter } from './shop/taste'
import { createCallerFactory, router } from './trpc'

/** `shop.*` is public or signed in, `admin.*` is staff. One file per procedure group. */
export const appRouter = router({
  shop: router({
    ...catalogProcedures,
    ...feedProcedures,
    bag: bagRouter,
    checkout: checkoutRouter,
    country: countryRouter,
    orders: ordersRouter,
    notices: noticesRouter,
    returns: returnsRouter,
    alerts: alertsRouter,
    privacy: privacyRouter,
    saved: savedRouter,
    sizeAdvice: sizeAdviceRouter,
    taste: tasteRouter,
  }),
  admin: router({
    figures: figuresRouter,
    stock: stockRouter,
    history: historyRouter,
    holds: holdsRouter,
    orders: adminOrdersRouter,
    parcels: parcelsRouter,
    supply: supplyRouter,
    mail: mailRouter,
    promotions: promotionsRouter,
    allocation: allocationRouter,
    holdPolicy: holdPolicyRouter,
    audit: auditRouter,
    safety: safetyRouter,
    transfers: transfersRouter,
    counts: countsRouter,
    returns: staffReturnsRouter,
    quarantine: quarantineRouter,
    sources: sourcesRouter,
    endpoints: endpointsRouter,
    rules: rulesRouter,
    placements: placementsRouter,
    inspector: inspectorRouter,
    models: modelsRouter,
    live: liveRouter,
    polls: pollsRouter,
    experiments: experimentsRouter,
    costs: costsRouter,
    files: filesRouter,
    alerts: staffAlertsRouter,
    forecast: forecastRouter,
  }),
})
export type AppRouter = typeof appRouter

/** The router keeps its procedures flat, by path; its types tell of them as a tree. */
const isSubscription = (procedure: unknown): boolean => {
  const def: unknown = procedure instanceof Function ? Reflect.get(procedure, '_def') : undefined
  return def instanceof Object && Reflect.get(def, 'type') === 'subscription'
}
const flat: readonly (readonly [path: string, procedure: unknown])[] = Object.entries(appRouter._def.procedures)

/** Paths of the procedures whose answers go on and on, such as `shop.orders.watch`. */
export const streams: ReadonlySet<string> = new Set(
  flat.flatMap(([path, procedure]) => (isSubscription(procedure) ? [path] : [])),
)

/** Calls procedures on the server with a request's context: pages read through it. */
export const createCaller = createCallerFactory(appRouter)
