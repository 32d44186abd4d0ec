import type { Moment as PastMoment } from '@selvedge/core'
import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Moment } from '@/features/admin/frame/moment'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { HistoryForm } from '@/features/admin/time/history-form'
import { historyAddress, readHistoryQuery } from '@/features/admin/time/history-query'
import { ChangesTable, HistoryTable } from '@/features/admin/time/history-table'

export const metadata: Metadata = { title: 'The past' }

const ROWS = 100

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const HistoryPage = async ({ searchParams }: Props) => {
  const query = readHistoryQuery(await searchParams)
  const admin = await staffCaller(historyAddress(query))
  if (!admin) return <NotForYou />
  const { scope, axis, from, afterRecordId } = query
  const moment: PastMoment = { at: query.at ?? new Date(), axis }
  const page = { limit: ROWS, ...(afterRecordId ? { afterRecordId } : {}) }
  const [locations, totals, listed, changed] = await Promise.all([
    admin.stock.locations(),
    admin.history.totals({ scope, moment }),
    from ? undefined : admin.history.records({ scope, moment, ...page }),
    from ? admin.history.changes({ scope, from: { at: from, axis }, to: moment, ...page }) : undefined,
  ])
  const next = (listed ?? changed)?.nextAfterRecordId ?? undefined
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title="The past"
        note={
          <>
            <Moment at={moment.at} />
            {from ? (
              <>
                , and what changed since <Moment at={from} />
              </>
            ) : null}
          </>
        }
      >
        {scope.kind === 'sku' ? (
          <Link href="/admin/history" className={buttonStyle({ tone: 'quiet', size: 'small' })}>
            The whole shop
          </Link>
        ) : null}
      </PageHead>
      <HistoryForm key={historyAddress(query)} query={query} locations={locations} />
      {listed ? <HistoryTable rows={listed.rows} totals={totals} /> : null}
      {changed && changed.rows.length > 0 ? <ChangesTable rows={changed.rows} /> : null}
      {changed && changed.rows.length === 0 ? (
        <EmptyState title="Nothing moved">
          <p>No record is another than it was.</p>
        </EmptyState>
      ) : null}
      {next ? (
        <Link
          href={historyAddress({ ...query, at: moment.at, afterRecordId: next })}
          className={buttonStyle({ tone: 'quiet', size: 'small', className: 'self-start' })}
        >
          Next {ROWS} records
        </Link>
      ) : null}
    </div>
  )
}

export default HistoryPage
