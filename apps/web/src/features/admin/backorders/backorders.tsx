'use client'

import type { BackorderView } from '@selvedge/core'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { TextField } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { StatRow, StatTile } from '@/components/stat-tile'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { BackorderDialog } from './backorder-dialog'
import { BackorderTable } from './backorder-table'

/** What may be sold before anybody has announced it: all that is allowed, or every place of one SKU. */
export const Backorders = ({ sku, first }: { sku: string; first: BackorderView[] }) => {
  const [changedId, setChangedId] = useState<number>()
  const {
    data: rows,
    isError,
    refetch,
  } = trpc.admin.supply.backorders.useQuery(sku === '' ? {} : { sku }, {
    initialData: first,
  })
  const isLive = useStaffTopic('supply', () => void refetch())
  const changed = rows.find(({ recordId }) => recordId === changedId)
  const sum = (of: (row: BackorderView) => number): number => rows.reduce((all, row) => all + of(row), 0)
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Backorders" note="Pieces that may be sold before anybody has announced them">
        <LiveDot live={isLive && !isError} />
      </PageHead>
      <p className="max-w-prose text-small text-soft">
        When the shelf is empty and no shipment is open for pre-sale, a piece can still be sold against its next
        replenishment: so many, each with the day that its lead time gives. What arrives goes to whoever waits first.
      </p>
      <form action="/admin/backorders" aria-label="Look a SKU up" className="flex max-w-form flex-wrap items-end gap-3">
        <TextField
          label="SKU"
          name="sku"
          defaultValue={sku}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          className="min-w-0 flex-1"
        />
        <Button type="submit" tone="quiet">
          Show its places
        </Button>
        {sku === '' ? null : (
          <Link href="/admin/backorders" className={buttonStyle({ tone: 'bare' })}>
            All that is allowed
          </Link>
        )}
      </form>
      <StatRow>
        <StatTile label="Allowed" value={sum(({ units }) => units)} note="pieces" />
        <StatTile label="Promised" value={sum(({ promised }) => promised)} note="in orders" />
        <StatTile label="In bags" value={sum(({ held }) => held)} note="held now" />
        <StatTile label="Left" value={sum(({ left }) => left)} note="to be sold" />
      </StatRow>
      {rows.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          {sku === ''
            ? 'Nothing may be sold beyond stock and shipments. Look a SKU up to allow it.'
            : `No place has ever had a piece ${sku}.`}
        </p>
      ) : (
        <BackorderTable
          caption={sku === '' ? 'What may be sold beyond stock and shipments' : `Places of ${sku}`}
          rows={rows}
          onChange={setChangedId}
        />
      )}
      {changed ? (
        <BackorderDialog
          key={changed.recordId}
          newest={changed}
          onClose={() => setChangedId(undefined)}
          onSaved={(words) => {
            toast(words)
            void refetch()
          }}
        />
      ) : null}
    </div>
  )
}
