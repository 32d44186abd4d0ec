'use client'

import type { StockGridRow } from '@selvedge/core'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { LiveDot } from '@/components/live-dot'
import { StatRow, StatTile } from '@/components/stat-tile'
import { Table, TableHead, TableHeading } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { PageHead } from '../frame/page-head'
import { optionWords } from '../option-words'
import { QualityDialog } from '../quarantine/quality-dialog'
import { AdjustDialog } from '../stock/adjust-dialog'
import { LOW_UNITS } from '../stock/columns'
import type { LedgerPage } from '../stock/rows'
import { EntryRow } from './entry-row'
import { LedgerChart } from './ledger-chart'
import { OnlineNow } from './online-now'
import { PromisableByDay } from './promisable-by-day'
import { useLedger } from './use-ledger'

const AGREES = ['onHand', 'reserved', 'allocated', 'short'] as const

const nextWords = ({ expectedOn }: StockGridRow): string =>
  expectedOn ? `next ${formatDay(expectedOn.toISOString().slice(0, 10))}` : 'overdue'

/** One record: its level now, how it came to be, and the way to correct it. */
export const RecordLedger = ({ record: initial, first }: { record: StockGridRow; first: LedgerPage }) => {
  const { record, entries, fold, hasOlder, loadOlder, isLoading, failed, isLive, refresh } = useLedger(initial, first)
  const [isAdjusting, setAdjusting] = useState(false)
  const [isHolding, setHolding] = useState(false)
  const isSameVersion = fold?.version === record.version
  const agrees = fold !== undefined && AGREES.every((figure) => fold[figure] === record[figure])
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={record.productTitle}
        note={
          <>
            {record.brand} · {optionWords(record)} ·{' '}
            <Link href={`/admin/stock?q=${encodeURIComponent(record.sku)}`} className="thread-link">
              {record.sku}
            </Link>{' '}
            at {record.locationCode}
          </>
        }
      >
        <LiveDot live={isLive} />
        <Link
          href={`/admin/ledger/${record.recordId}/time`}
          prefetch={false}
          className={buttonStyle({ tone: 'quiet', size: 'small' })}
        >
          In time
        </Link>
        <Button tone="quiet" size="small" onClick={() => setHolding(true)}>
          Hold back
        </Button>
        <Button size="small" onClick={() => setAdjusting(true)}>
          Adjust
        </Button>
      </PageHead>
      <StatRow>
        <StatTile
          label="On hand"
          value={record.onHand}
          note={record.short > 0 ? `${record.short} short` : undefined}
          alarm={record.short > 0}
        />
        <StatTile label="Reserved" value={record.reserved} note="in bags and checkouts" />
        <StatTile label="Allocated" value={record.allocated} note="owed to orders" />
        <StatTile label="Unavailable" value={record.unavailable} note="damaged, in a count" />
        <StatTile label="Safety stock" value={record.safetyStock} note="kept from selling" />
        <StatTile
          label="Available"
          value={record.available}
          alarm={record.available <= LOW_UNITS}
          note={record.incoming > 0 ? `${record.incoming} on the way, ${nextWords(record)}` : undefined}
        />
      </StatRow>
      {/* Two independent readings of the same stock; a difference means the books are broken. */}
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-note text-soft">
        {isSameVersion ? (
          <p
            className={agrees ? undefined : 'border-l-4 border-thread pl-3 text-thread'}
            role={agrees ? undefined : 'alert'}
          >
            {agrees
              ? `Version ${record.version}: adding up the ledger gives the level above.`
              : `Version ${record.version}: the level above is not what the ledger adds up to. Tell whoever keeps the system.`}
          </p>
        ) : (
          <p>Version {record.version}: fetching the newest entries.</p>
        )}
        <OnlineNow sku={record.sku} />
      </div>
      <LedgerChart entries={entries} />
      <PromisableByDay sku={record.sku} />
      <Table caption={`Ledger of ${record.sku} at ${record.locationCode}, newest first`}>
        <TableHead>
          <tr>
            <TableHeading numeric>Version</TableHeading>
            <TableHeading>Recorded</TableHeading>
            <TableHeading>What</TableHeading>
            <TableHeading numeric>On hand</TableHeading>
            <TableHeading numeric>Reserved</TableHeading>
            <TableHeading numeric>Allocated</TableHeading>
            <TableHeading>Who</TableHeading>
            <TableHeading>Why</TableHeading>
            <TableHeading>Cause</TableHeading>
            <TableHeading>Trail</TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.version} entry={entry} />
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap items-center gap-4 text-note text-soft">
        <span role="status">
          {entries.length} of {Math.max(record.version, entries.length)} entries
        </span>
        {hasOlder ? (
          <Button tone="quiet" size="small" loading={isLoading} onClick={() => void loadOlder()}>
            Load older
          </Button>
        ) : null}
        {failed ? <span role="alert">The older entries did not come. Try again.</span> : null}
      </div>
      {isHolding ? (
        <QualityDialog row={record} move="hold" onDone={() => void refresh()} onClose={() => setHolding(false)} />
      ) : null}
      {isAdjusting ? (
        <AdjustDialog row={record} newest={record} onLevel={() => void refresh()} onClose={() => setAdjusting(false)} />
      ) : null}
    </div>
  )
}
