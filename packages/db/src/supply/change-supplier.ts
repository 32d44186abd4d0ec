import {
  accept,
  type ChangeSupplier,
  type Result,
  reject,
  type SupplierFacts,
  type SupplyRejection,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

/** Other words or days of a supplier, unless somebody else has changed them since they were seen. */
export const changeSupplier = (
  pool: pg.Pool,
  { supplierId, seen, name, email, country, leadDays }: ChangeSupplier,
): Promise<Result<{ before: SupplierFacts }, SupplyRejection>> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<SupplierFacts>(
      'SELECT name, email, country, lead_days AS "leadDays" FROM supplier WHERE id = $1 FOR UPDATE',
      [supplierId],
    )
    const before = rows[0]
    if (!before) return reject({ code: 'SUPPLIER_NOT_FOUND', supplierId })
    const isAsSeen =
      before.name === seen.name &&
      before.email === seen.email &&
      before.country === seen.country &&
      before.leadDays === seen.leadDays
    if (!isAsSeen) return reject({ code: 'SUPPLIER_CHANGED', supplierId })
    await client.query('UPDATE supplier SET name = $2, email = $3, country = $4, lead_days = $5 WHERE id = $1', [
      supplierId,
      name,
      email,
      country,
      leadDays,
    ])
    return accept({ before })
  })
