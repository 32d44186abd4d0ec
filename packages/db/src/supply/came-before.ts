import { createHash } from 'node:crypto'
import { accept, type Result, reject } from '@selvedge/core'
import type pg from 'pg'

/** What stands for contents: equal for equal ones, and nothing else is like it. They come in an order of their own. */
export const hashOf = (contents: unknown): string => createHash('sha256').update(JSON.stringify(contents)).digest('hex')

/** Two that come at once under one id take turns: the second finds what the first has made. `kind`: one of ADVISORY_LOCKS. */
export const takeTurn = async (client: pg.PoolClient, kind: number, id: string): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2::uuid::text))', [kind, id])
}

/**
 * The document that stands under an id that somebody gave: what the statement finds answers `number`, and `same` where
 * the contents are those that come now. Other contents under the id are another document, and refused.
 */
export const cameBefore = async <R>(
  client: pg.PoolClient,
  found: { readonly text: string; readonly values: readonly unknown[] },
  reused: (number: string) => R,
): Promise<Result<{ readonly number: string } | undefined, R>> => {
  const { rows } = await client.query<{ number: string; same: boolean | null }>(found.text, [...found.values])
  const earlier = rows[0]
  if (!earlier) return accept(undefined)
  return earlier.same ? accept({ number: earlier.number }) : reject(reused(earlier.number))
}
