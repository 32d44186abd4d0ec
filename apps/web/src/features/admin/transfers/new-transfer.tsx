'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input, TextField } from '@/components/input'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { FailureLine } from '../frame/failure-line'
import { PageHead } from '../frame/page-head'
import { useDraft } from './use-draft'

type Place = { id: number; code: string; name: string }

/** Writes a draft: from, to, the day it should arrive, and lines typed or scanned. */
export const NewTransfer = ({ places, expectedOn }: { places: readonly Place[]; expectedOn: string }) => {
  const router = useRouter()
  const { lines, add, setQuantity, remove } = useDraft()
  const [requestId] = useState(newRequestId)
  const [isTried, setTried] = useState(false)
  const [scanned, setScanned] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const create = trpc.admin.transfers.create.useMutation({
    onSuccess: ({ transferId }) => router.push(`/admin/transfers/${transferId}`),
  })
  const isWhole = (quantity: string) => /^[1-9]\d{0,4}$/.test(quantity)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!form.current || lines.length === 0 || !lines.every((line) => isWhole(line.quantity))) return
    const typed = new FormData(form.current)
    const note = String(typed.get('note') ?? '').trim()
    create.mutate({
      requestId,
      fromLocationId: Number(typed.get('from')),
      toLocationId: Number(typed.get('to')),
      expectedOn: String(typed.get('expectedOn')),
      ...(note === '' ? {} : { note }),
      lines: lines.map(({ sku, quantity }) => ({ sku, quantity: Number(quantity) })),
    })
  }
  const options = places.map(({ id, code, name }) => ({ value: String(id), label: `${code}, ${name}` }))
  return (
    <div className="flex flex-col gap-5">
      <Breadcrumbs steps={[{ label: 'Transfers', href: '/admin/transfers' }, { label: 'New' }]} />
      <PageHead title="New transfer" note="Nothing moves until it is sent" />
      <form ref={form} onSubmit={submit} noValidate className="flex max-w-form flex-col gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="From">
            {(wiring) => <Select {...wiring} name="from" defaultValue={options[0]?.value} options={options} />}
          </Field>
          <Field label="To">
            {(wiring) => <Select {...wiring} name="to" defaultValue={options[1]?.value} options={options} />}
          </Field>
        </div>
        <TextField label="Should arrive on" name="expectedOn" type="date" defaultValue={expectedOn} required />
        <Field
          label="Add a piece"
          hint="Type or scan a SKU and press Enter. The same code again is one more of it."
          error={isTried && lines.length === 0 ? 'A transfer moves at least one piece.' : undefined}
        >
          {(wiring) => (
            <span className="flex gap-2">
              <Input
                {...wiring}
                value={scanned}
                autoComplete="off"
                autoCapitalize="characters"
                maxLength={64}
                onChange={(event) => setScanned(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  add(scanned)
                  setScanned('')
                }}
              />
              <Button
                tone="quiet"
                onClick={() => {
                  add(scanned)
                  setScanned('')
                }}
              >
                Add
              </Button>
            </span>
          )}
        </Field>
        {lines.length === 0 ? null : (
          <ul aria-label="Lines" className="border-t border-rule">
            {lines.map(({ key, sku, quantity }) => (
              <li key={key} className="flex items-center gap-3 border-b border-rule py-2">
                <span className="figures min-w-0 flex-1 truncate text-small font-medium">{sku}</span>
                <Input
                  aria-label={`Pieces of ${sku}`}
                  aria-invalid={isTried && !isWhole(quantity) ? true : undefined}
                  inputMode="numeric"
                  value={quantity}
                  maxLength={5}
                  onChange={(event) => setQuantity(key, event.target.value)}
                  className="w-20 text-right"
                />
                <Button tone="bare" size="small" aria-label={`Remove ${sku}`} onClick={() => remove(key)}>
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        )}
        <TextField label="Note" name="note" optional maxLength={280} />
        <FailureLine error={create.error} />
        <div>
          <Button type="submit" loading={create.isPending}>
            Write the draft
          </Button>
        </div>
      </form>
    </div>
  )
}
