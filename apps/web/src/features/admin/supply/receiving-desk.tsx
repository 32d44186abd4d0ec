'use client'

import type { ShipmentView } from '@selvedge/core'
import { type FormEvent, useRef, useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Input, TextField } from '@/components/input'
import { announce } from '@/components/live-region'
import { toast } from '@/components/toast'
import { rejectionOf } from '@/features/refusal'
import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { Earlier } from '../frame/earlier'
import { FailureLine } from '../frame/failure-line'
import { useWhen } from '../frame/use-when'
import { optionWords } from '../option-words'
import { type Counts, counted, countedBeyond, noCounts, toReceipt, withScan } from './receipt-form'

type DeskProps = { shipment: ShipmentView; isOpen: boolean; onDone: () => void }

/** Counts what comes out of the boxes: scanned one by one, or entered. Made for a phone in the other hand. */
export const ReceivingDesk = ({ shipment, isOpen, onDone }: DeskProps) => {
  const [counts, setCounts] = useState<Counts>({})
  const [scanned, setScanned] = useState('')
  // What was pressed for and not sent: nothing was counted, or more than is expected, which is asked once.
  const [held, setHeld] = useState<Counts>()
  const when = useWhen()
  // One id for this receipt, however often it is sent.
  const receiptId = useRef(newRequestId())
  const receive = trpc.admin.supply.receive.useMutation({
    onSuccess: () => {
      toast(`${shipment.number}: received`)
      announce('Received')
      receiptId.current = newRequestId()
      setCounts({})
      when.setTyped('')
      onDone()
    },
    // Only then is it known that what was counted is another receipt.
    onError: (error) => {
      if (rejectionOf(error)?.code === 'RECEIPT_ID_REUSED') receiptId.current = newRequestId()
    },
  })
  const scan = (event: FormEvent) => {
    event.preventDefault()
    const found = withScan(shipment.lines, counts, scanned)
    if (found) setCounts(found.counts)
    announce(found ? `${found.sku}: ${found.received}` : `${scanned} is not on this shipment`)
    if (!found) toast(`${scanned} is not on this shipment`, { tone: 'error' })
    setScanned('')
  }
  const beyond = countedBeyond(shipment.lines, counts)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const lines = toReceipt(counts)
    const asks = lines.length === 0 || (beyond.length > 0 && held !== counts)
    setHeld(asks ? counts : undefined)
    if (!asks && when.problem === undefined)
      receive.mutate({ receiptId: receiptId.current, number: shipment.number, lines, ...when.told })
  }
  return (
    <section aria-label="Receiving desk" className="flex min-w-0 flex-col gap-4">
      <h2 className="font-display text-lead">{isOpen ? 'Receive' : 'Lines'}</h2>
      {isOpen ? (
        <form onSubmit={scan} className="flex gap-3">
          <Input
            aria-label="Scan or type a SKU"
            placeholder="Scan or type a SKU"
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={64}
            value={scanned}
            onChange={(event) => setScanned(event.target.value)}
          />
          <Button type="submit" tone="quiet">
            Count one
          </Button>
        </form>
      ) : null}
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <ul className="flex flex-col border border-rule bg-raised">
          {shipment.lines.map((line) => (
            <DeskLine
              key={line.lineId}
              line={line}
              // Closed by another while it was counted here: what was counted is seen, and is still to be taken in.
              isOpen={isOpen && (!line.closed || counts[line.lineId] !== undefined)}
              count={counts[line.lineId] ?? noCounts}
              onCount={(count) => setCounts((before) => ({ ...before, [line.lineId]: count }))}
            />
          ))}
        </ul>
        {isOpen ? <Earlier when={when} /> : null}
        <FailureLine error={receive.error} />
        <p role="status" className="border-l-4 border-weld pl-3 text-note empty:hidden">
          {held === counts ? heldWords(beyond) : null}
        </p>
        {isOpen ? (
          <Button type="submit" size="large" loading={receive.isPending} className="self-start max-sm:w-full">
            {held === counts && beyond.length > 0 ? 'Take it in all the same' : 'Take it in'}
          </Button>
        ) : null}
      </form>
    </section>
  )
}

const heldWords = (beyond: ReturnType<typeof countedBeyond>): string =>
  beyond.length === 0
    ? 'Nothing is counted yet. Scan a piece, or write how many came.'
    : `More than is expected: ${beyond.map(({ sku, over }) => `${over.toLocaleString('en')} over of ${sku}`).join(', ')}. If they are really here, press once more.`

type DeskLineProps = {
  line: ShipmentView['lines'][number]
  isOpen: boolean
  count: Counts[number]
  onCount: (count: Counts[number]) => void
}

const DeskLine = ({ line, isOpen, count, onCount }: DeskLineProps) => {
  const what = `${line.title}, ${optionWords(line)}`
  const arrived = line.received + line.damaged
  return (
    <li className="flex flex-col gap-3 border-b border-rule p-4 last:border-b-0 md:flex-row md:items-center md:justify-between">
      <div className="min-w-0 text-small">
        <p className="font-medium">{what}</p>
        <p className="figures text-note text-soft">{line.sku}</p>
        <p className="figures text-note">
          {arrived} of {line.expected} here
          {line.damaged > 0 ? `, ${line.damaged} damaged` : ''}
          {line.promised > 0 ? `, ${line.promised} promised to buyers` : ''}
        </p>
        <p className="flex gap-2 pt-1 empty:hidden">
          {line.presale ? <Badge>Pre-sale</Badge> : null}
          {line.closed ? <Badge tone="good">Done</Badge> : null}
          {line.closed && arrived < line.expected ? <Badge tone="thread">{line.expected - arrived} short</Badge> : null}
          {arrived > line.expected ? <Badge tone="wait">{arrived - line.expected} over</Badge> : null}
        </p>
      </div>
      {isOpen ? (
        <fieldset className="flex flex-wrap items-end gap-3">
          <legend className="sr-only">{what}</legend>
          <TextField
            label="Good"
            aria-label={`Good: ${line.sku}`}
            inputMode="numeric"
            value={count.received}
            onChange={(event) => onCount({ ...count, received: counted(event.target.value) })}
            className="w-20"
            inputClassName="figures text-right"
          />
          <TextField
            label="Damaged"
            aria-label={`Damaged: ${line.sku}`}
            inputMode="numeric"
            value={count.damaged}
            onChange={(event) => onCount({ ...count, damaged: counted(event.target.value) })}
            className="w-20"
            inputClassName="figures text-right"
          />
          <Checkbox
            label="No more to come"
            aria-label={`No more to come: ${line.sku}`}
            checked={count.closes}
            onChange={(event) => onCount({ ...count, closes: event.target.checked })}
          />
        </fieldset>
      ) : null}
    </li>
  )
}
