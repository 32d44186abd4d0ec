'use client'

import { attributeValueLabel, FABRICS, type LocationSummary, type StockFilter } from '@selvedge/core'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { Checkbox } from '@/components/choice'
import { Input } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { Select } from '@/components/select'
import { readStockFilter, stockAddress } from './stock-filter'

const SETTLE_MS = 250

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' })

type Props = { filter: StockFilter; locations: readonly LocationSummary[]; sizes: readonly string[] }

/** Which records. The address is the state; without scripts it is a plain form. */
export const FilterBar = ({ filter, locations, sizes }: Props) => {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isPending, startTransition] = useTransition()
  useEffect(() => () => clearTimeout(timer.current), [])

  const show = () => {
    clearTimeout(timer.current)
    if (!form.current) return
    const typed = Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)]))
    startTransition(() => router.replace(stockAddress(readStockFilter(typed)), { scroll: false }))
  }
  const showSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(show, SETTLE_MS)
  }
  return (
    <search>
      <form
        ref={form}
        action="/admin/stock"
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <div className="flex min-w-48 flex-1 items-center border border-edge bg-raised focus-within:border-ink max-sm:min-w-full md:max-w-form">
          <Search aria-hidden="true" strokeWidth={1.5} className="ml-3 size-4 shrink-0 text-soft" />
          <input
            name="q"
            type="search"
            aria-label="Product, brand or SKU"
            placeholder="Product, brand or SKU"
            autoComplete="off"
            defaultValue={filter.query}
            onChange={showSoon}
            className="min-h-touch w-full min-w-0 bg-transparent px-3 text-small placeholder:text-soft focus-visible:shadow-[inset_0_-3px_0_var(--thread)] focus-visible:outline-0"
          />
        </div>
        <Select
          name="location"
          aria-label="Place"
          defaultValue={filter.locationId ?? ''}
          onChange={show}
          className="w-auto min-w-40 max-sm:flex-1"
          options={[
            { value: '', label: 'Every place' },
            ...locations.map(({ id, code, name }) => ({ value: String(id), label: `${code}, ${name}` })),
          ]}
        />
        <Select
          name="region"
          aria-label="Region"
          defaultValue={filter.region ?? ''}
          onChange={show}
          className="w-auto min-w-36 max-sm:flex-1"
          options={[
            { value: '', label: 'Every region' },
            ...[...new Set(locations.map(({ country }) => country))].map((country) => ({
              value: country,
              label: countryNames.of(country) ?? country,
            })),
          ]}
        />
        <Select
          name="size"
          aria-label="Size"
          defaultValue={filter.size ?? ''}
          onChange={show}
          className="w-auto min-w-32 max-sm:flex-1"
          options={[{ value: '', label: 'Every size' }, ...sizes.map((size) => ({ value: size, label: size }))]}
        />
        <Select
          name="material"
          aria-label="Material"
          defaultValue={filter.fabric ?? ''}
          onChange={show}
          className="w-auto min-w-40 max-sm:flex-1"
          options={[
            { value: '', label: 'Every material' },
            ...FABRICS.map((fabric) => ({ value: fabric, label: attributeValueLabel('fabric', fabric) })),
          ]}
        />
        <div className="flex items-center gap-2 text-small max-sm:w-full">
          <label htmlFor="sellable-by" className="whitespace-nowrap">
            Sellable by
          </label>
          <Input
            id="sellable-by"
            name="by"
            type="date"
            defaultValue={filter.sellableBy}
            onChange={showSoon}
            className="w-auto text-small max-sm:flex-1"
          />
        </div>
        <Checkbox name="low" value="1" label="Low only" defaultChecked={filter.onlyLow ?? false} onChange={show} />
        <span className="ml-auto" role="status">
          {isPending ? <LiveDot live={false} label="Searching" /> : null}
        </span>
      </form>
    </search>
  )
}
