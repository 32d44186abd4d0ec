'use client'

import type { SupplierView } from '@selvedge/core'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { EditSupplier } from './edit-supplier'

/** Who delivers, and how long it takes them. */
export const SupplierList = ({ initial }: { initial: readonly SupplierView[] }) => {
  const { data: suppliers, refetch } = trpc.admin.supply.suppliers.useQuery(undefined, { initialData: [...initial] })
  const form = useRef<HTMLFormElement>(null)
  const [edited, setEdited] = useState<SupplierView>()
  const add = trpc.admin.supply.addSupplier.useMutation({
    onSuccess: () => {
      toast('Supplier added')
      form.current?.reset()
      void refetch()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string) => String(typed.get(name) ?? '').trim()
    add.mutate({
      code: text('code').toUpperCase(),
      name: text('name'),
      email: text('email'),
      country: text('country').toUpperCase(),
      leadDays: Number(text('leadDays')),
    })
  }
  const fields: Partial<Record<string, string[]>> = add.error?.data?.fieldErrors ?? {}
  return (
    <section aria-label="Suppliers" className="flex flex-col gap-4">
      <h2 className="font-display text-lead">Suppliers</h2>
      <Table caption="Suppliers, and what is open with each">
        <TableHead>
          <tr>
            <TableHeading>Code</TableHeading>
            <TableHeading>Name</TableHeading>
            <TableHeading numeric>Lead days</TableHeading>
            <TableHeading numeric>Open orders</TableHeading>
            <TableHeading numeric>On their way</TableHeading>
            <TableHeading>
              <span className="sr-only">What can be done</span>
            </TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {suppliers.map((supplier) => (
            <TableRow key={supplier.id}>
              <TableCell className="font-medium">{supplier.code}</TableCell>
              <TableCell className="whitespace-normal">
                {supplier.name} <span className="text-soft">{supplier.country}</span>
              </TableCell>
              <TableCell numeric>{supplier.leadDays}</TableCell>
              <TableCell numeric>{supplier.openOrders}</TableCell>
              <TableCell numeric>{supplier.openShipments}</TableCell>
              <TableCell>
                <Button size="small" tone="bare" onClick={() => setEdited(supplier)}>
                  Edit<span className="sr-only"> {supplier.code}</span>
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {edited ? (
        <EditSupplier
          key={edited.id}
          supplier={edited}
          onChanged={() => void refetch()}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
      <form ref={form} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
        <TextField label="Code" name="code" maxLength={12} error={fields.code?.[0]} />
        <TextField label="Name" name="name" maxLength={120} error={fields.name?.[0]} />
        <TextField label="E-mail" name="email" type="email" error={fields.email?.[0]} />
        <TextField label="Country, two letters" name="country" maxLength={2} error={fields.country?.[0]} />
        <TextField label="Lead days" name="leadDays" inputMode="numeric" error={fields.leadDays?.[0]} />
        <div className="flex items-end">
          <Button type="submit" tone="quiet" loading={add.isPending}>
            Add a supplier
          </Button>
        </div>
        <div className="sm:col-span-2">
          <FailureLine error={add.error} />
        </div>
      </form>
    </section>
  )
}
