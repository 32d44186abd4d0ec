'use client'

import type { HeldReservation } from '@selvedge/core'
import Link from 'next/link'
import { useDeferredValue, useState } from 'react'
import { Button } from '@/components/button'
import { Input } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { shortId } from '../frame/actor-words'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { PieceCell } from '../frame/piece-cell'
import { useServerNow } from '../frame/use-server-now'
import { useStaffTopic } from '../frame/use-staff-topic'
import { HOLD_ROWS, type HoldsPage } from './hold-rows'
import { ReleaseDialog } from './release-dialog'
import { TimeLeft } from './time-left'

/** What is held now, soonest to end first, with the time left by the server's clock. */
export const HoldList = ({ first }: { first: HoldsPage }) => {
  const [typed, setTyped] = useState('')
  const [releasing, setReleasing] = useState<HeldReservation>()
  const { list } = trpc.useUtils().admin.holds
  const query = useDeferredValue(typed.trim())
  const { data, isError, isPlaceholderData } = trpc.admin.holds.list.useQuery(
    { limit: HOLD_ROWS, ...(query === '' ? {} : { query }) },
    {
      // What the server rendered is the list without a search.
      ...(query === '' ? { initialData: { now: first.now, rows: first.rows.map(writable) } } : {}),
      placeholderData: (before) => before,
    },
  )
  const isTold = useStaffTopic('stock', () => void list.invalidate())
  const page: HoldsPage = data ?? first
  const nowMs = useServerNow(page.now.getTime())
  const running = page.rows.filter(({ expiresAt }) => expiresAt.getTime() > nowMs)
  const units = running.reduce((sum, hold) => sum + hold.units, 0)
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Holds" note="Pieces in bags and checkouts, kept from everyone else until their time is up">
        <LiveDot live={isTold && !isError} />
      </PageHead>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Input
          type="search"
          aria-label="Find by SKU or product"
          placeholder="SKU or product"
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="text-small md:max-w-form"
        />
        <p role="status" className="figures text-note text-soft">
          {isPlaceholderData
            ? 'Searching'
            : `${page.rows.length === HOLD_ROWS ? `The first ${HOLD_ROWS}` : running.length} ${running.length === 1 ? 'hold' : 'holds'}, ${units} ${units === 1 ? 'piece' : 'pieces'}`}
        </p>
      </div>
      {running.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          {query === ''
            ? 'Nothing is held at the moment. A hold appears here as soon as a shopper adds a piece to a bag.'
            : `Nothing with “${query}” is held.`}
        </p>
      ) : (
        <Table caption="Running holds, soonest to end first">
          <TableHead>
            <tr>
              <TableHeading>Time left</TableHeading>
              <TableHeading numeric>Pieces</TableHeading>
              <TableHeading>Product</TableHeading>
              <TableHeading>Bag</TableHeading>
              <TableHeading>Held since</TableHeading>
              <TableHeading>Extended</TableHeading>
              <TableHeading>Ledger</TableHeading>
              <TableHeading>
                <span className="sr-only">Release</span>
              </TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {running.map((hold) => (
              <TableRow key={`${hold.cartId} ${hold.reservationId}`}>
                <TableCell>
                  <TimeLeft expiresAt={hold.expiresAt} heldAt={hold.heldAt} nowMs={nowMs} />
                </TableCell>
                <TableCell numeric>{hold.units}</TableCell>
                <PieceCell piece={{ ...hold, title: hold.productTitle }} />
                <TableCell title={hold.cartId}>{shortId(hold.cartId)}</TableCell>
                <TableCell>
                  <Moment at={hold.heldAt} look="clock" />
                </TableCell>
                <TableCell className="text-soft">{hold.extendable ? 'Not yet' : 'Once'}</TableCell>
                <TableCell>
                  <span className="flex gap-3">
                    {hold.parts.map(({ recordId, units: taken, locationCode }) => (
                      <Link key={recordId} href={`/admin/ledger/${recordId}`} prefetch={false} className="thread-link">
                        {hold.parts.length > 1 ? `${taken} from ` : ''}
                        {locationCode}
                        <span className="sr-only">, ledger of this record</span>
                      </Link>
                    ))}
                  </span>
                </TableCell>
                <TableCell numeric>
                  <Button
                    tone="quiet"
                    size="small"
                    aria-label={`Release the hold on ${hold.sku}`}
                    onClick={() => setReleasing(hold)}
                  >
                    Release
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {releasing ? (
        <ReleaseDialog hold={releasing} onDone={() => void list.invalidate()} onClose={() => setReleasing(undefined)} />
      ) : null}
    </div>
  )
}

const writable = ({ parts, ...hold }: HeldReservation) => ({ ...hold, parts: [...parts] })
