'use client'

import type { LocationSummary, SupplierView } from '@selvedge/core'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Textarea, TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { rejectionOf } from '@/features/refusal'
import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { FailureLine } from '../frame/failure-line'
import { readLines } from './line-text'

type FormProps = {
  suppliers: readonly SupplierView[]
  locations: readonly LocationSummary[]
  onDone: () => void
}

/** A purchase order, first as a draft. */
export const OrderForm = ({ suppliers, locations, onDone }: FormProps) => {
  const [problem, setProblem] = useState<string>()
  // One id for this order, however often it is sent.
  const draftId = useRef(newRequestId())
  const draft = trpc.admin.supply.draftOrder.useMutation({
    onSuccess: ({ number }) => {
      toast(`${number} drafted`)
      draftId.current = newRequestId()
      onDone()
    },
    // Only then is it known that what stands here now is another order.
    onError: (error) => {
      if (rejectionOf(error)?.code === 'DRAFT_ID_REUSED') draftId.current = newRequestId()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const read = readLines(text('lines'))
    setProblem(read.problem)
    if (read.problem) return
    draft.mutate({
      draftId: draftId.current,
      supplierId: Number(text('supplier')),
      locationId: Number(text('location')),
      lines: read.lines.map(({ sku, units }) => ({ sku, units })),
      ...(text('note') === '' ? {} : { note: text('note') }),
    })
  }
  return (
    <section aria-label="Write an order" className="flex flex-col gap-4">
      <h2 className="font-display text-lead">Write an order</h2>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Supplier">
          {(wiring) => (
            <Select
              {...wiring}
              name="supplier"
              options={suppliers.map(({ id, name, leadDays }) => ({
                value: String(id),
                label: `${name}, ${leadDays} days`,
              }))}
            />
          )}
        </Field>
        <Field label="Comes to">
          {(wiring) => (
            <Select
              {...wiring}
              name="location"
              options={locations.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
        </Field>
        <Field label="Lines" hint="One SKU a line, then the pieces. A sheet can be pasted." error={problem}>
          {(wiring) => <Textarea {...wiring} name="lines" rows={5} spellCheck={false} />}
        </Field>
        <TextField label="Note" name="note" optional maxLength={500} />
        <FailureLine error={draft.error} />
        <Button type="submit" loading={draft.isPending} className="self-start">
          Draft it
        </Button>
      </form>
    </section>
  )
}
