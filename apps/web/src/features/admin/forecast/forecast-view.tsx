'use client'

import { DEMAND_CLASSES, type ForecastRow, type SuggestedOrder } from '@selvedge/core'
import { useState } from 'react'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ForecastTable } from './forecast-table'
import { CLASS_WORDS, FORECAST_ROWS } from './forecast-words'
import { SuggestedOrders } from './suggested-orders'

/** What will be asked for and how long the shelf lasts, by urgency. */
export const ForecastView = ({
  find,
  first,
  suggestions,
}: {
  find: string
  first: ForecastRow[]
  suggestions: SuggestedOrder[]
}) => {
  const [words, setWords] = useState(find)
  const [demandClass, setClass] = useState<ForecastRow['demandClass']>()
  const asked = words.trim()
  const { forecast } = trpc.useUtils().admin
  const { data, isError } = trpc.admin.forecast.list.useQuery(
    { limit: FORECAST_ROWS, ...(asked ? { find: asked } : {}), ...(demandClass ? { demandClass } : {}) },
    { placeholderData: (before) => before, ...(asked === find && !demandClass ? { initialData: first } : {}) },
  )
  // The list, and the orders that are suggested above it.
  const isLive = useStaffTopic('forecast', () => void forecast.invalidate())
  const rows = data ?? []
  const madeAt = rows[0]?.madeAt
  return (
    <div className="flex flex-col gap-6">
      <PageHead
        title="Forecast"
        note={
          madeAt ? (
            <>
              Made from orders and ledger, <Moment at={madeAt} look="short" />
            </>
          ) : (
            'Made from orders and ledger'
          )
        }
      >
        <LiveDot live={isLive && !isError} />
      </PageHead>
      <SuggestedOrders initial={suggestions} />
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 md:max-w-xl">
          <Field label="Piece or SKU">
            {(wiring) => (
              <Input
                {...wiring}
                type="search"
                value={words}
                maxLength={80}
                onChange={({ target }) => setWords(target.value)}
              />
            )}
          </Field>
          <Field label="How it sells">
            {(wiring) => (
              <Select
                {...wiring}
                value={demandClass ?? ''}
                options={[
                  { value: '', label: 'Any way' },
                  ...DEMAND_CLASSES.map((value) => ({ value, label: CLASS_WORDS[value] })),
                ]}
                onChange={({ target }) => setClass(DEMAND_CLASSES.find((one) => one === target.value))}
              />
            )}
          </Field>
        </div>
        {rows.length === 0 ? (
          <p className="border border-rule bg-raised p-6 text-small text-soft">
            No forecast of such a piece. Forecasts are made anew every quarter of an hour.
          </p>
        ) : (
          <ForecastTable rows={rows} />
        )}
      </div>
    </div>
  )
}
