import type pg from 'pg'
import { ADVISORY_LOCKS } from '../../advisory-locks'
import type { Close } from './check-close'

/** The row of `ledger_check` that says up to the end of which day places were closed. */
export const CLOSING = 'closes'

/** Days are looked through from the first one on again; what is still kept stays. */
const beginAgain = (client: pg.ClientBase) => client.query('DELETE FROM ledger_check WHERE name = $1', [CLOSING])

/** Throws every close away, within the caller's transaction; whoever closes days waits for its end. */
export const forgetCloses = async (client: pg.ClientBase): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.closeDays])
  await client.query('DELETE FROM inventory_close')
  await beginAgain(client)
}

/** Throws a close away, with those of its place that were made from it. */
export const forgetFrom = async (client: pg.ClientBase, { locationId, closedAt }: Close): Promise<void> => {
  await client.query('DELETE FROM inventory_close WHERE location_id = $1 AND closed_at >= $2', [locationId, closedAt])
  await beginAgain(client)
}
