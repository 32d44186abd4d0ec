'use client'

import type { SupplierView } from '@selvedge/core'
import { useState } from 'react'
import { TextField } from '@/components/input'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'

type Props = { supplier: SupplierView; onChanged: () => void; onClose: () => void }

/** Another name, address or lead time of a supplier; its code stays. */
export const EditSupplier = ({ supplier, onChanged, onClose }: Props) => {
  // What stood there when the form was opened: a change by somebody else meanwhile is not overwritten.
  const [seen] = useState(() => {
    const { name, email, country, leadDays } = supplier
    return { name, email, country, leadDays }
  })
  const [typed, setTyped] = useState({ ...seen, leadDays: String(seen.leadDays) })
  const change = trpc.admin.supply.changeSupplier.useMutation({
    onSuccess: () => {
      toast(`${supplier.code} changed`)
      onChanged()
      onClose()
    },
  })
  const fields: Partial<Record<string, string[]>> = change.error?.data?.fieldErrors ?? {}
  const field = (name: keyof typeof typed, label: string) => ({
    label,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: fields[name]?.[0],
  })
  return (
    <FormDialog
      title={`${supplier.code}, ${supplier.name}`}
      description="The code stands on sheets and labels and stays. Days that were told to buyers are not moved by another lead time."
      words={{ send: 'Save', leave: 'Leave it' }}
      isSending={change.isPending}
      error={change.error}
      onSend={() =>
        change.mutate({
          supplierId: supplier.id,
          seen,
          name: typed.name.trim(),
          email: typed.email.trim(),
          country: typed.country.trim().toUpperCase(),
          leadDays: typed.leadDays.trim() === '' ? Number.NaN : Number(typed.leadDays),
        })
      }
      onClose={onClose}
    >
      <TextField {...field('name', 'Name')} maxLength={120} />
      <TextField {...field('email', 'E-mail')} type="email" />
      <TextField {...field('country', 'Country, two letters')} maxLength={2} />
      <TextField {...field('leadDays', 'Lead days')} inputMode="numeric" />
    </FormDialog>
  )
}
