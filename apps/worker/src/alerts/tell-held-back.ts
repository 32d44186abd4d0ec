import { findBackInStock, findCheaper, openAlertSubjects } from '@selvedge/db'
import type { Connections } from '../graph/connections'
import type { TellAlerts } from './tell-alerts'

/** Tells of what came about on a day that had no room for it, where it is still true. */
export const tellHeldBack = async (pool: Connections['pool'], tellAlerts: TellAlerts): Promise<void> => {
  const { variantIds, productIds } = await openAlertSubjects(pool)
  const due = [
    ...(variantIds.length > 0 ? await findBackInStock(pool, variantIds) : []),
    ...(productIds.length > 0 ? await findCheaper(pool, productIds) : []),
  ]
  await tellAlerts(due, () => 'alerts-held-back')
}
