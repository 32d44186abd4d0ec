'use client'

import type { ShipmentView } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { LiveDot } from '@/components/live-dot'
import { Timeline } from '@/components/timeline'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ChangeShipment } from './change-shipment'
import { ReceivingDesk } from './receiving-desk'
import { SHIPMENT_EVENT_WORDS, SHIPMENT_WORDS } from './shipment-words'

/** One shipment: what came of it, the desk that takes it in, and what may still change about it. */
export const ShipmentPage = ({ initial }: { initial: ShipmentView }) => {
  const {
    data: shipment,
    isError,
    refetch,
  } = trpc.admin.supply.shipment.useQuery({ number: initial.number }, { initialData: initial })
  const isLive = useStaffTopic('supply', () => void refetch())
  // A change of one's own is begun anew on what came of it; another's leaves what is being written.
  const [changes, setChanges] = useState(0)
  const { badge, tone } = SHIPMENT_WORDS[shipment.state]
  const isOpen = shipment.state === 'expected' || shipment.state === 'part_received'
  const again = () => void refetch()
  const changed = () => void refetch().then(() => setChanges((known) => known + 1))
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumbs steps={[{ label: 'Inbound', href: '/admin/supply' }, { label: shipment.number }]} />
      <PageHead
        title={<span className="figures">{shipment.number}</span>}
        note={
          <>
            {shipment.supplier} to {shipment.location}, expected {formatDay(shipment.expectedOn)}
            {shipment.expectedOn === shipment.firstExpectedOn
              ? ''
              : `, at first ${formatDay(shipment.firstExpectedOn)}`}
            {shipment.isOverdue ? '. Overdue: nothing is promised for a day until it has a new one' : ''}
            {shipment.purchaseOrder ? `, for ${shipment.purchaseOrder}` : ''}
            {shipment.reference ? `, ${shipment.reference}` : ''}
          </>
        }
      >
        <LiveDot live={isLive && !isError} />
        <Badge tone={tone}>{badge}</Badge>
      </PageHead>
      <div className="grid gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <ReceivingDesk shipment={shipment} isOpen={isOpen} onDone={again} />
        <div className="flex flex-col gap-8">
          {isOpen ? <ChangeShipment key={changes} shipment={shipment} onDone={changed} /> : null}
          <section aria-label="What happened" className="flex flex-col gap-3">
            <h2 className="font-display text-lead">What happened</h2>
            <Timeline
              steps={shipment.events.map(({ type, facts, actor, atMs }) => ({
                id: `${type} ${atMs}`,
                label: SHIPMENT_EVENT_WORDS[type] ?? type,
                state: 'done',
                note: (
                  <>
                    <Moment at={new Date(atMs)} /> by {actor}
                    <span className="block">{factWords(facts)}</span>
                  </>
                ),
              }))}
            />
          </section>
        </div>
      </div>
    </div>
  )
}

const dayWords = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '')

const factWords = (facts: Readonly<Record<string, unknown>>): string => {
  if (typeof facts.was === 'string') return `from ${dayWords(facts.was)} to ${dayWords(facts.expectedOn)}`
  if (Array.isArray(facts.lines)) return facts.lines.map(lineWords).filter(Boolean).join('; ')
  if (typeof facts.units === 'number') return `${facts.units} pieces by ${dayWords(facts.expectedOn)}`
  return typeof facts.outstanding === 'number' ? `${facts.outstanding} will not come` : ''
}

const lineWords = (line: unknown): string => {
  if (typeof line !== 'object' || line === null || !('sku' in line)) return ''
  const parts = ['received', 'damaged', 'over', 'short', 'expected'].flatMap((name) => {
    const value: unknown = Reflect.get(line, name)
    return typeof value === 'number' && value > 0 ? [`${value} ${name}`] : []
  })
  return `${String(line.sku)}: ${parts.join(', ')}`
}
