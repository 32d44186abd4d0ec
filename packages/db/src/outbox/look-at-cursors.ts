import type pg from 'pg'
import { STAMP_ROW } from './stamp-outbox'

/** What the cursors said: how far numbers go, how far each sink has come. */
export type CursorLook = {
  /** What was committed before this moment (epoch milliseconds) is among the numbered. */
  readonly asOfMs: number
  readonly head: bigint
  readonly seqOf: (sink: string) => bigint
}

const LOOK = { name: 'outbox-look', text: 'SELECT sink, seq FROM outbox_cursor' }
/** Sinks that ask within so long share a look. */
const SHARED_MS = 25

/**
 * One statement tells every sink whether there is anything for it: a transaction each, ten sinks and twenty times a
 * second, was most of what the database did for a shop at rest. `stampedUntil` is asked as a look begins.
 */
export const createCursorLooks = (pool: pg.Pool, stampedUntil: () => number) => {
  let shared: { readonly look: Promise<CursorLook>; readonly untilMs: number } | undefined

  const read = async (): Promise<CursorLook> => {
    const asOfMs = stampedUntil()
    const { rows } = await pool.query<{ sink: string; seq: string }>(LOOK)
    const seqs = new Map(rows.map(({ sink, seq }) => [sink, BigInt(seq)]))
    return { asOfMs, head: seqs.get(STAMP_ROW) ?? 0n, seqOf: (sink) => seqs.get(sink) ?? 0n }
  }
  return {
    look: (): Promise<CursorLook> => {
      if (shared !== undefined && Date.now() < shared.untilMs) return shared.look
      const begun = { look: read(), untilMs: Date.now() + SHARED_MS }
      shared = begun
      // A look that failed is not shared with whoever comes later.
      begun.look.catch(() => {
        if (shared === begun) shared = undefined
      })
      return begun.look
    },
    /** There is news: the next one looks anew. */
    forget: (): void => {
      shared = undefined
    },
  }
}
