'use client'

import { addDays, type BackorderView } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { optionWords } from '../option-words'
import { DrawnOn } from './drawn-on'
import { readAllowance } from './read-allowance'

type Props = {
  /** The record as it was heard last, while the dialog is open too. */
  newest: BackorderView
  onSaved: (words: string) => void
  onClose: () => void
}

/** How many may be sold against replenishment and how long that takes, saved only against what was seen. */
export const BackorderDialog = ({ newest, onSaved, onClose }: Props) => {
  const [seen, setSeen] = useState(newest)
  const [form, setForm] = useState({ units: String(seen.units), leadDays: String(seen.leadDays) })
  const save = trpc.admin.supply.setBackorder.useMutation({
    onSuccess: (_, { units }) => {
      onSaved(
        units === 0
          ? `${seen.sku} is not sold beyond its supply`
          : `${units} of ${seen.sku} may be sold beyond its supply`,
      )
      onClose()
    },
  })
  const read = readAllowance(form)
  const hasMoved = newest.version !== seen.version
  const waiting = newest.promised + newest.held
  const send = () => {
    if (read.errors) return
    const { units, leadDays } = read
    save.mutate({ recordId: seen.recordId, units, leadDays, expectedVersion: seen.version })
  }
  const agree = () => {
    setSeen(newest)
    setForm({ units: String(newest.units), leadDays: String(newest.leadDays) })
    save.reset()
  }
  const write = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm((before) => ({ ...before, [field]: event.target.value }))
  const day = read.errors ? undefined : addDays(newest.shipsOn, read.leadDays - newest.leadDays)
  return (
    <FormDialog
      title={newest.title}
      description={
        <>
          {optionWords(newest)} · {newest.sku} at {newest.location}
        </>
      }
      words={{ send: 'Save', leave: 'Leave as it is' }}
      isSending={save.isPending}
      error={save.error}
      onSend={send}
      onClose={onClose}
      beside={<DrawnOn backorder={newest} />}
    >
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label="May be sold"
          hint="Pieces beyond stock and shipments"
          inputMode="numeric"
          autoComplete="off"
          value={form.units}
          onChange={write('units')}
          error={read.errors?.units}
          inputClassName="figures text-right"
        />
        <TextField
          label="Days to replenish"
          hint="Before the place packs it"
          inputMode="numeric"
          autoComplete="off"
          value={form.leadDays}
          onChange={write('leadDays')}
          error={read.errors?.leadDays}
          inputClassName="figures text-right"
        />
      </div>
      {read.errors ? null : (
        <p className="text-small">
          {read.units === 0
            ? 'Once the shelf and the shipments are sold, it is sold out.'
            : `Once the shelf and the shipments are sold, a buyer of today is told: ships by ${formatDay(day ?? newest.shipsOn)}.`}
          {newest.sellsOnline ? '' : ' This place does not sell online, so nobody is told.'}
        </p>
      )}
      {!read.errors && read.units < waiting ? (
        <p role="status" className="border-l-4 border-thread pl-3 text-note">
          {waiting} are promised or in bags already. With {read.units}, whoever waits last has no supply any more and is
          told so.
        </p>
      ) : null}
      {hasMoved ? (
        <p role="status" className="flex flex-wrap items-center gap-x-3 border-l-4 border-weld pl-3 text-note">
          Somebody has just changed it: {newest.units} pieces, {newest.leadDays} days.
          <Button tone="bare" size="small" onClick={agree}>
            Go on with that
          </Button>
        </p>
      ) : null}
    </FormDialog>
  )
}
