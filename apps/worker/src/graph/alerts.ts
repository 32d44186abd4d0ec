import { closeAlerts, createNotificationStore, createSignalFactsReader, toldInADay } from '@selvedge/db'
import { behaviourKeys, createProfileStore } from '@selvedge/infra'
import { createAlertLiking } from '../alerts/alert-liking'
import { createTellAlerts, type TellAlerts } from '../alerts/tell-alerts'
import type { WorkerEnvironment } from '../env'
import type { Connections } from './connections'

/** The messages that were asked for, best liked first within what a day has room for. */
export const buildAlerts = (
  env: WorkerEnvironment,
  { pool, redis, metrics, onFault }: Pick<Connections, 'pool' | 'redis' | 'metrics' | 'onFault'>,
): TellAlerts => {
  const fulfilled = metrics.counter('selvedge_alerts_fulfilled_total', 'Alerts that came about', ['kind'])
  const facts = createSignalFactsReader({ pool, nowMs: Date.now })
  const profiles = createProfileStore({ redis, keys: behaviourKeys(env.REDIS_PREFIX), facts, nowMs: Date.now })
  const store = createNotificationStore({ pool })
  return createTellAlerts({
    toldInADay: (emails) => toldInADay(pool, emails),
    likingOf: createAlertLiking({ profiles, facts, nowMs: Date.now, onFault: onFault('alerts') }),
    tell: (notices) => store.add(notices),
    close: (alertIds) => closeAlerts(pool, alertIds),
    counted: (kind, count) => fulfilled.inc({ kind }, count),
  })
}
