'use client'

import type { MarkdownView } from '@selvedge/core'
import { useState } from 'react'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { RunFields } from '../frame/run-fields'
import { PlanPreview } from './plan-preview'
import { EMPTY_PLAN, type PlanDraft, readPlan } from './read-plan'

type Props = {
  collections: { slug: string; title: string }[]
  onPlanned: (markdown: MarkdownView) => void
  onClose: () => void
}

/** Plans a markdown, showing beside the form what it would do if it were live now. */
export const PlanDialog = ({ collections, onPlanned, onClose }: Props) => {
  const [draft, setDraft] = useState<PlanDraft>({ ...EMPTY_PLAN, collection: collections[0]?.slug ?? '' })
  const [isTried, setTried] = useState(false)
  const [openedAtMs] = useState(() => Date.now())
  const read = readPlan(draft, openedAtMs)
  const errors = isTried ? read.errors : undefined
  const plan = trpc.admin.promotions.plan.useMutation({
    onSuccess: (markdown) => {
      onPlanned(markdown)
      onClose()
    },
  })
  const write = (field: keyof PlanDraft) => (event: { target: { value: string } }) =>
    setDraft((before) => ({ ...before, [field]: event.target.value }))
  const send = () => {
    setTried(true)
    if (read.value) plan.mutate(read.value)
  }
  return (
    <FormDialog
      title="Plan a markdown"
      description="Prices follow within seconds of its start and go back by themselves at its end. Bags see the change before they pay."
      words={{ send: 'Plan it', leave: 'Leave it' }}
      isSending={plan.isPending}
      error={plan.error}
      onSend={send}
      onClose={onClose}
      className="grid grid-cols-2"
    >
      <TextField className="col-span-2" label="Name" value={draft.name} onChange={write('name')} error={errors?.name} />
      <Field label="Reaches">
        {(wiring) => (
          <Select
            {...wiring}
            value={draft.kind}
            onChange={({ target }) =>
              setDraft((before) => ({ ...before, kind: target.value === 'product' ? 'product' : 'collection' }))
            }
            options={[
              { value: 'collection', label: 'A collection' },
              { value: 'product', label: 'One piece' },
            ]}
          />
        )}
      </Field>
      {draft.kind === 'collection' ? (
        <Field label="Collection" error={errors?.scope}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.collection}
              onChange={write('collection')}
              options={collections.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
          )}
        </Field>
      ) : (
        <TextField
          label="Piece"
          hint="Its address in the shop, or the last part of it"
          value={draft.piece}
          onChange={write('piece')}
          error={errors?.scope}
        />
      )}
      <TextField
        label="Per cent off"
        inputMode="numeric"
        value={draft.percent}
        onChange={write('percent')}
        error={errors?.percent}
      />
      <span />
      <RunFields run={draft} errors={errors} openEnd="when you end it" onWrite={write} />
      <TextField
        label="Days since last delivery"
        optional
        inputMode="numeric"
        hint="At least: clears ageing stock"
        value={draft.minStockAgeDays}
        onChange={write('minStockAgeDays')}
        error={errors?.minStockAgeDays}
      />
      <TextField
        label="Units left"
        optional
        inputMode="numeric"
        hint="At least: stops when scarce"
        value={draft.minUnits}
        onChange={write('minUnits')}
        error={errors?.minUnits}
      />
      <div className="col-span-2">
        <PlanPreview plan={read.value} />
      </div>
    </FormDialog>
  )
}
