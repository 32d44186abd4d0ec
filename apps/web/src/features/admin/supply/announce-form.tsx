'use client'

import type { LocationSummary, PurchaseOrderView, SupplierView } from '@selvedge/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
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
  /** The purchase order it is for, with what has not been announced of it. */
  order?: PurchaseOrderView | undefined
}

const stillToCome = ({ lines }: PurchaseOrderView): string =>
  lines
    .filter(({ ordered, announced }) => ordered > announced)
    .map(({ sku, ordered, announced }) => `${sku} ${ordered - announced} presale`)
    .join('\n')

/** A shipment as its supplier announces it. */
export const AnnounceForm = ({ suppliers, locations, order }: FormProps) => {
  const router = useRouter()
  const [problem, setProblem] = useState<string>()
  // One id for this shipment, however often it is sent.
  const announcementId = useRef(newRequestId())
  const announce = trpc.admin.supply.announce.useMutation({
    onSuccess: ({ number }) => {
      toast(`${number} announced`)
      router.push(`/admin/supply/${number}`)
    },
    // Only then is it known that what stands here now is another shipment.
    onError: (error) => {
      if (rejectionOf(error)?.code === 'ANNOUNCEMENT_ID_REUSED') announcementId.current = newRequestId()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const read = readLines(text('lines'))
    const expectedOn = text('expectedOn')
    setProblem(expectedOn === '' ? 'Choose the day it is expected' : read.problem)
    if (read.problem || expectedOn === '') return
    announce.mutate({
      announcementId: announcementId.current,
      supplierId: Number(text('supplier')),
      locationId: Number(text('location')),
      expectedOn,
      lines: read.lines,
      ...(order ? { purchaseOrder: order.number } : {}),
      ...(text('reference') === '' ? {} : { reference: text('reference') }),
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-5">
      {suppliers.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          A shipment comes from a supplier, and none is known yet.{' '}
          <Link href="/admin/purchase-orders" className="thread-link">
            Add the first one
          </Link>
        </p>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Supplier">
          {(wiring) => (
            <Select
              {...wiring}
              name="supplier"
              defaultValue={order ? String(order.supplierId) : undefined}
              options={suppliers.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
        </Field>
        <Field label="Comes to">
          {(wiring) => (
            <Select
              {...wiring}
              name="location"
              defaultValue={order ? String(order.locationId) : undefined}
              options={locations.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
        </Field>
        <TextField label="Expected on" name="expectedOn" type="date" />
        <TextField label="Their reference" name="reference" optional maxLength={80} />
      </div>
      <Field
        label="Lines"
        hint="One SKU a line, then the pieces; add “presale” where it may be sold before it comes. A sheet can be pasted."
        error={problem}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            name="lines"
            rows={8}
            spellCheck={false}
            defaultValue={order ? stillToCome(order) : ''}
          />
        )}
      </Field>
      <FailureLine error={announce.error} />
      <Button type="submit" size="large" loading={announce.isPending} className="self-start">
        Announce it
      </Button>
    </form>
  )
}
