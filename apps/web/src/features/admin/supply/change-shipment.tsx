'use client'

import type { ShipmentView } from '@selvedge/core'
import type { FormEvent } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Dialog, DialogClose } from '@/components/dialog'
import { Input, TextField } from '@/components/input'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import { counted } from './receipt-form'

type ChangeProps = { shipment: ShipmentView; onDone: () => void }

/** Another day, other quantities, pre-sale on or off. Whoever was promised a piece of it is bound again at once. */
export const ChangeShipment = ({ shipment, onDone }: ChangeProps) => {
  const { number } = shipment
  const { draft, setDraft, isOvertaken, takeSaved } = useDraftOf(draftOf(shipment))
  const { expectedOn, lines, version: expectedVersion } = draft
  const take = (): void => {
    takeSaved()
    change.reset()
  }
  const done = (words: string) => () => {
    toast(words)
    onDone()
  }
  const change = trpc.admin.supply.change.useMutation({ onSuccess: done(`${number} changed`) })
  const cancel = trpc.admin.supply.cancel.useMutation({ onSuccess: done(`${number} cancelled`) })
  const failed = change.error ?? cancel.error
  const save = (event: FormEvent) => {
    event.preventDefault()
    const changed = lines.flatMap(({ lineId, expected, presale }) => {
      const before = shipment.lines.find((line) => line.lineId === lineId)
      const units = Number(expected)
      return before && (before.expected !== units || before.presale !== presale)
        ? [{ lineId, expected: units, presale }]
        : []
    })
    change.mutate({ number, expectedVersion, expectedOn, lines: changed })
  }
  const set = (lineId: number, next: { expected?: string; presale?: boolean }) =>
    setDraft((known) => ({
      ...known,
      lines: known.lines.map((line) => (line.lineId === lineId ? { ...line, ...next } : line)),
    }))
  return (
    <section aria-label="Change" className="flex flex-col gap-4">
      <h2 className="font-display text-lead">Change</h2>
      <form onSubmit={save} noValidate className="flex flex-col gap-4">
        <TextField
          label="Expected on"
          type="date"
          value={expectedOn}
          onChange={(event) => setDraft((known) => ({ ...known, expectedOn: event.target.value }))}
          hint="The orders that wait for it show the new day."
        />
        <ul className="flex flex-col gap-2">
          {lines.map(({ lineId, sku, expected, presale }) => (
            <li key={lineId} className="flex flex-wrap items-center gap-3 text-note">
              <span className="figures min-w-0 flex-1 truncate">{sku}</span>
              <Input
                inputMode="numeric"
                aria-label={`Expected pieces: ${sku}`}
                value={expected}
                onChange={(event) => set(lineId, { expected: counted(event.target.value) })}
                className="figures w-20 text-right"
              />
              <Checkbox
                label="Pre-sale"
                aria-label={`Pre-sale: ${sku}`}
                checked={presale}
                onChange={(event) => set(lineId, { presale: event.target.checked })}
              />
            </li>
          ))}
        </ul>
        {isOvertaken ? <OvertakenNote onTake={take} /> : null}
        <FailureLine error={failed} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" loading={change.isPending}>
            Save
          </Button>
          <Dialog
            trigger={<Button tone="quiet">Cancel the shipment</Button>}
            title={`Cancel ${number}?`}
            description="What has come stays. Whoever waits for the rest is bound to other supply, or told that there is none."
            actions={
              <>
                <DialogClose render={<Button tone="quiet">Keep it</Button>} />
                <DialogClose
                  render={
                    <Button tone="danger" onClick={() => cancel.mutate({ number, expectedVersion })}>
                      Cancel it
                    </Button>
                  }
                />
              </>
            }
          />
        </div>
      </form>
    </section>
  )
}

/** What may be written over; the version is the one that was seen. */
const draftOf = ({ version, expectedOn, lines }: ShipmentView) => ({
  version,
  expectedOn,
  lines: lines.map(({ lineId, sku, expected, presale }) => ({ lineId, sku, expected: String(expected), presale })),
})
