'use client'

import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'

const USUAL = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL']
const OPTIONS = [{ value: '', label: 'Rather not say' }, ...USUAL.map((value) => ({ value, label: value }))]

/** Height, weight and what is usually worn: all freely given, shown as they are kept, and taken back by one press. */
export const SizeAnswers = ({ onDone }: { onDone: () => void }) => {
  const { data: told } = trpc.shop.sizeAdvice.told.useQuery()
  if (told === undefined) return null
  return <AnswerForm told={told ?? {}} hasTold={told !== null} onDone={onDone} />
}

type Told = { heightCm?: number | undefined; weightKg?: number | undefined; usualSize?: string | undefined }

const AnswerForm = ({ told, hasTold, onDone }: { told: Told; hasTold: boolean; onDone: () => void }) => {
  const [usual, setUsual] = useState(told.usualSize ?? '')
  const [height, setHeight] = useState(String(told.heightCm ?? ''))
  const [weight, setWeight] = useState(String(told.weightKg ?? ''))
  const tell = trpc.shop.sizeAdvice.tell.useMutation({ onSuccess: onDone })
  const forget = trpc.shop.sizeAdvice.forget.useMutation({ onSuccess: onDone })
  const isBlank = usual === '' && height === '' && weight === ''
  return (
    <form
      aria-label="Your fit"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isBlank) return
        tell.mutate({
          ...(usual === '' ? {} : { usualSize: usual }),
          ...(height === '' ? {} : { heightCm: Number(height) }),
          ...(weight === '' ? {} : { weightKg: Number(weight) }),
        })
      }}
    >
      <Field label="Usually worn" optional>
        {(wiring) => (
          <Select {...wiring} options={OPTIONS} value={usual} onChange={(event) => setUsual(event.target.value)} />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Height in cm"
          optional
          type="number"
          min={120}
          max={220}
          value={height}
          onChange={(event) => setHeight(event.target.value)}
        />
        <TextField
          label="Weight in kg"
          optional
          type="number"
          min={30}
          max={250}
          value={weight}
          onChange={(event) => setWeight(event.target.value)}
        />
      </div>
      <p className="text-note text-soft">
        By pressing keep you agree that we keep this to advise on fit, and for nothing else. It is part of your export
        and goes when your history is erased.
      </p>
      {tell.isError ? <p role="alert">That could not be kept. Look at the numbers and try again.</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="quiet" loading={tell.isPending} aria-disabled={isBlank}>
          Keep and advise
        </Button>
        {hasTold ? (
          <Button tone="bare" loading={forget.isPending} onClick={() => forget.mutate()}>
            Forget it
          </Button>
        ) : null}
      </div>
    </form>
  )
}
