'use client'

import { EMPTY_STOCK, type StockFigure, type StockGridRow, type TimeAxis } from '@selvedge/core'
import { keepPreviousData } from '@tanstack/react-query'
import Link from 'next/link'
import { useId, useState } from 'react'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { optionWords } from '../option-words'
import { AxisChoice } from './axis-choice'
import { MomentFigures } from './moment-figures'
import { type ChartPoint, StackedChart } from './stacked-chart'
import { useSettledValue } from './use-settled-value'
import { WhyPanel } from './why-panel'

const POINTS = 160
const REST_MS = 90
/** Steps of the slider: as fine as a long stream needs, as coarse as a key press can use. */
const STEPS = 1_000

export type Timeline = { readonly firstAt: Date; readonly nowAt: Date; readonly points: readonly ChartPoint[] }

/** One record's past: a slider over its stream, what lay there at any moment, by either clock, and why. */
export const RecordInTime = ({ record, first }: { record: StockGridRow; first: Timeline }) => {
  const { recordId } = record
  const [axis, setAxis] = useState<TimeAxis>('recorded')
  /** Undefined at the right end, which moves on with the clock. */
  const [chosenMs, setChosenMs] = useState<number>()
  const [from, setFrom] = useState<Date>()
  const [asked, setAsked] = useState<StockFigure>('onHand')
  const sliderId = useId()

  const {
    data: timeline = first,
    isError,
    refetch,
  } = trpc.admin.history.timeline.useQuery(
    { recordId, axis, points: POINTS },
    {
      placeholderData: keepPreviousData,
      ...(axis === 'recorded' ? { initialData: { ...first, points: [...first.points] } } : {}),
    },
  )
  // A moment in the past stays what it was; the right end moves on.
  const isTold = useStaffTopic('stock', () => {
    if (chosenMs === undefined) void refetch()
  })
  const firstMs = timeline.firstAt.getTime()
  const nowMs = Math.max(timeline.nowAt.getTime(), firstMs + 1)
  const at = new Date(chosenMs ?? nowMs)
  const settledMs = useSettledValue(at.getTime(), REST_MS)
  const moment = { at: new Date(settledMs), axis }
  const { data: state = timeline.points.at(-1) ?? { ...EMPTY_STOCK, incoming: 0 } } =
    trpc.admin.history.record.useQuery({ recordId, moment }, { placeholderData: keepPreviousData })
  const { data: before } = trpc.admin.history.record.useQuery(
    { recordId, moment: { at: from ?? moment.at, axis } },
    { enabled: from !== undefined, placeholderData: keepPreviousData },
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={`${record.productTitle}, in time`}
        note={
          <>
            {record.brand} · {optionWords(record)} ·{' '}
            <Link href={`/admin/ledger/${recordId}`} className="thread-link">
              Ledger of {record.sku} at {record.locationCode}
            </Link>{' '}
            ·{' '}
            <Link href={`/admin/history?sku=${record.variantId}`} className="thread-link">
              All places
            </Link>
          </>
        }
      >
        <LiveDot
          live={isTold && !isError && chosenMs === undefined}
          label={chosenMs === undefined ? 'Now' : 'In the past'}
        />
        <AxisChoice axis={axis} onAxis={setAxis} />
      </PageHead>
      <StackedChart points={timeline.points} at={at} from={from} state={state} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label htmlFor={sliderId} className="sr-only">
          Moment
        </label>
        <input
          id={sliderId}
          type="range"
          min={0}
          max={STEPS}
          value={Math.round(((at.getTime() - firstMs) / (nowMs - firstMs)) * STEPS)}
          aria-valuetext={at.toISOString()}
          onChange={(event) => {
            const step = Number(event.target.value)
            setChosenMs(step >= STEPS ? undefined : Math.round(firstMs + (step / STEPS) * (nowMs - firstMs)))
          }}
          className="h-9 w-full accent-thread"
        />
        <p role="status" className="figures text-small">
          <Moment at={at} /> <span className="text-soft">after {state.version} entries</span>
        </p>
        <span className="ml-auto flex flex-wrap gap-2">
          {from ? (
            <Button tone="quiet" size="small" onClick={() => setFrom(undefined)}>
              Stop comparing
            </Button>
          ) : null}
          <Button tone="quiet" size="small" onClick={() => setFrom(at)}>
            Compare from here
          </Button>
          {chosenMs === undefined ? null : (
            <Button tone="quiet" size="small" onClick={() => setChosenMs(undefined)}>
              To now
            </Button>
          )}
        </span>
      </div>
      {from ? (
        <p className="figures text-note text-soft">
          Compared with <Moment at={from} />, {before ? Math.abs(state.version - before.version) : '…'} entries apart.
        </p>
      ) : null}
      <MomentFigures state={state} before={from ? before : undefined} asked={asked} onAsk={setAsked} />
      <WhyPanel key={asked} recordId={recordId} figure={asked} moment={moment} />
    </div>
  )
}
