'use client'

import type { AdjustReason, StockGridRow, StockState } from '@selvedge/core'
import { useState } from 'react'
import { type ApiError, trpc } from '@/trpc/client'

const TRIES = 4

export type Adjustment = {
  readonly delta: number
  readonly reason: AdjustReason
  readonly note?: string
  readonly happenedAt?: Date
}
export type AdjustmentAnswer =
  | { readonly kind: 'saved'; readonly state: StockState }
  /** Somebody counted meanwhile: on hand is another. Nothing was written. */
  | { readonly kind: 'moved'; readonly row: StockGridRow }
  | { readonly kind: 'failed'; readonly error: ApiError }

/**
 * Saves an adjustment against the version that was seen. Holds and sales move the version all day without moving what
 * lies on the shelf: while on hand is what the person saw, their figure stands and is sent again with the new version.
 */
export const useAdjustment = () => {
  const { client } = trpc.useUtils()
  // A lost answer is not asked for again: the first try may have been written, and the version would then tell a tale.
  const { mutateAsync } = trpc.admin.stock.adjust.useMutation({ retry: false })
  const [isSaving, setSaving] = useState(false)

  const attempt = async (seen: StockGridRow, adjustment: Adjustment): Promise<AdjustmentAnswer> => {
    let row = seen
    for (let tried = 0; tried < TRIES; tried += 1) {
      const { recordId, variantId, version } = row
      try {
        return {
          kind: 'saved',
          state: await mutateAsync({ recordId, variantId, expectedVersion: version, ...adjustment }),
        }
      } catch (fault) {
        const error = fault as ApiError // mutateAsync rejects with the client's error type, which TypeScript cannot say
        if (error.data?.rejection?.code !== 'STOCK_CHANGED') return { kind: 'failed', error }
        row = await client.admin.stock.record.query({ recordId })
        if (row.onHand !== seen.onHand || row.unavailable !== seen.unavailable) break
      }
    }
    return { kind: 'moved', row }
  }
  const save = async (seen: StockGridRow, adjustment: Adjustment): Promise<AdjustmentAnswer> => {
    setSaving(true)
    try {
      return await attempt(seen, adjustment)
    } catch (fault) {
      return { kind: 'failed', error: fault as ApiError } // the record could not be read
    } finally {
      setSaving(false)
    }
  }
  return { save, isSaving }
}
