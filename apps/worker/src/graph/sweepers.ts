import { type CancellationService, type CheckoutService, deliverNotices, type ReturnsService } from '@selvedge/core'
import {
  closeDays,
  createAlertLinks,
  createCatchingMailer,
  createMarkdownStore,
  createNotificationStore,
  createSafetySweep,
  createSupplyDesk,
  evaluateAlerts,
  isForecastDue,
  type PgStockEngine,
  pruneFiles,
  pruneSync,
  runScheduledCheck,
  tellOverdue,
} from '@selvedge/db'
import type { TellAlerts } from '../alerts/tell-alerts'
import { tellHeldBack } from '../alerts/tell-held-back'
import { forecastInThread } from '../demand/forecast-in-thread'
import type { WorkerEnvironment } from '../env'
import { expireAllDue } from '../functions/expire-holds'
import { pruneOutside } from '../sweepers/prune-outside'
import { type Sweeper, startSweeper } from '../sweepers/start-sweeper'
import { sweepCheckouts } from '../sweepers/sweep-checkouts'
import { tellExpired } from '../telemetry/tell-expired'
import { createTurns } from '../threads/take-turns'
import type { Connections } from './connections'

/** Pieces of ten minutes that the ledger's check catches up with in one sweep at most: the sweep can be stopped between. */
const LEDGER_PIECES_A_SWEEP = 12
/** SKUs folded from their first entry on in one run of the ledger's check, beside what has changed. */
const LEDGER_SKUS_A_RUN = 200
/** A day is closed soon after its end; a shop that never closed any goes through a year of days in half an hour. */
const CLOSE_DAYS_MS = 60_000
/** A markdown is in the prices at most this long after it begins or ends. */
const MARKDOWNS_MS = 2_000
const SETTLE_REFUNDS_MS = 10_000
const REFUNDS_AT_ONCE = 20
/** How soon a forecast that became due is begun. */
const LOOK_FOR_FORECAST_MS = 60_000
/** A supplier's report that grew too old, or came, counts at most this long after. */
const SAFETY_MS = 10_000
/** A promised day passes at midnight: its buyer hears of it in the minutes after. */
const OVERDUE_MS = 300_000
/** Weeks do not turn in a minute: what these alerts read is worth reading four times an hour. */
const SLOW_ALERTS_MS = 900_000
/** A day's worth of what came from outside is past its time once a day; an hour spreads it. */
const PRUNE_MS = 3_600_000
/** What a day had no room for waits for the next: it is looked for a few times an hour. */
const HELD_ALERTS_MS = 600_000
const MAIL_MS = 2_000
const MAILS_AT_ONCE = 50

type Sweep = { readonly name: string; readonly everyMs: number; readonly sweep: () => Promise<unknown> }

/** What the worker looks after again and again, whoever else should have: one line each. */
export const startSweepers = (
  env: WorkerEnvironment,
  { pool, logger, onFault }: Connections,
  parts: {
    engine: PgStockEngine
    checkout: CheckoutService
    returns: ReturnsService
    cancellation: CancellationService
    tellAlerts: TellAlerts
  },
): Sweeper[] => {
  const { engine, checkout, returns, cancellation, tellAlerts } = parts
  const markdowns = createMarkdownStore({ pool })
  const post = {
    store: createNotificationStore({ pool }),
    mailer: createCatchingMailer({ pool }),
    shopUrl: env.PUBLIC_URL,
    links: createAlertLinks({ secret: env.BAG_SECRET }),
  }
  const books = {
    skusARun: LEDGER_SKUS_A_RUN,
    onFinding: (finding: unknown) => logger.error({ finding }, 'the books do not agree'),
  }
  // After a time without a worker there is more to look at than one run does.
  const checkBooks = async () => {
    for (let pieces = 0; pieces < LEDGER_PIECES_A_SWEEP; pieces += 1)
      if (!(await runScheduledCheck(pool, books))?.isBehind) return
  }
  const inTime = createTurns(env.FORECAST_LIMIT_MS)
  // The thread costs a second to start: it is started for work alone.
  const forecast = async () => {
    if (!(await isForecastDue(pool, env.FORECAST_MS))) return
    await inTime('the forecast', (overdue) => forecastInThread(env.DATABASE_URL, env.FORECAST_MS, overdue))
    // Trends are read from it: they are told with it.
    await evaluateAlerts(pool, 'slow')
  }
  const supply = createSupplyDesk({ pool, engine })
  const holds = { engine, onExpired: tellExpired(logger, 'hold-sweeper') }
  const sweeps: readonly Sweep[] = [
    { name: 'hold-sweeper', everyMs: env.HOLD_SWEEP_MS, sweep: () => expireAllDue(holds) },
    {
      name: 'checkout-sweeper',
      everyMs: env.CHECKOUT_SWEEP_MS,
      sweep: () => sweepCheckouts(checkout, onFault('checkout')),
    },
    { name: 'ledger-check', everyMs: env.LEDGER_CHECK_MS, sweep: checkBooks },
    { name: 'close-of-day', everyMs: CLOSE_DAYS_MS, sweep: () => closeDays(pool) },
    {
      name: 'refund-sweeper',
      everyMs: SETTLE_REFUNDS_MS,
      sweep: () => returns.settleDueRefunds(REFUNDS_AT_ONCE),
    },
    {
      name: 'cancelled-payments',
      everyMs: SETTLE_REFUNDS_MS,
      sweep: () => cancellation.settleStanding(REFUNDS_AT_ONCE),
    },
    { name: 'held-alerts', everyMs: HELD_ALERTS_MS, sweep: () => tellHeldBack(pool, tellAlerts) },
    { name: 'mail', everyMs: MAIL_MS, sweep: () => deliverNotices(post, MAILS_AT_ONCE) },
    { name: 'forecast', everyMs: Math.min(env.FORECAST_MS, LOOK_FOR_FORECAST_MS), sweep: forecast },
    { name: 'alerts', everyMs: env.ALERTS_MS, sweep: () => evaluateAlerts(pool, 'quick') },
    { name: 'slow-alerts', everyMs: SLOW_ALERTS_MS, sweep: () => evaluateAlerts(pool, 'slow') },
    { name: 'safety-rules', everyMs: SAFETY_MS, sweep: createSafetySweep({ pool, engine, nowMs: Date.now }) },
    { name: 'overdue-promises', everyMs: OVERDUE_MS, sweep: () => tellOverdue(pool, supply) },
    { name: 'prune', everyMs: PRUNE_MS, sweep: () => pruneOutside([() => pruneSync(pool), () => pruneFiles(pool)]) },
    { name: 'markdowns', everyMs: MARKDOWNS_MS, sweep: () => markdowns.reconcile() },
  ]
  return sweeps.map(({ name, everyMs, sweep }) => startSweeper({ everyMs, sweep, onFault: onFault(name) }))
}
