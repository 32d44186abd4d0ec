import type { CountDesk } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { cancelCount } from './cancel-count'
import { lookAtLine } from './look-at-line'
import { openCount } from './open-count'
import { postCount } from './post-count'
import { listCounts, viewCount } from './read-counts'

/** Cycle counts over PostgreSQL (port: core CountDesk). */
export const createCountDesk = ({
  pool,
  engine,
}: {
  pool: pg.Pool
  engine: Pick<PgStockEngine, 'transact'>
}): CountDesk => ({
  list: (input) => listCounts(pool, input),
  view: (countId) => viewCount(pool, countId),
  open: (origin, request) => openCount(pool, origin, request),
  look: (origin, request) => lookAtLine(pool, origin, request),
  post: (origin, request) => postCount(engine, origin, request),
  cancel: (_origin, request) => cancelCount(pool, request),
})
