'use client'

import { type OrderView, RETURN_REASONS, type Returnable, type ReturnReason } from '@selvedge/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { Checkbox } from '@/components/choice'
import { EmptyState } from '@/components/empty-state'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Link } from '@/components/link'
import { Picture } from '@/components/picture'
import { Quantity } from '@/components/quantity'
import { Select } from '@/components/select'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { RETURN_REASON_WORDS } from './return-words'

type Choice = { readonly units: number; readonly reason: ReturnReason | ''; readonly comment: string }
type Props = { order: OrderView; returnable: Returnable; accessToken?: string | undefined }

/** One screen: which pieces come back, and why. */
export const ReturnForm = ({ order, returnable, accessToken }: Props) => {
  const router = useRouter()
  const [requestId] = useState(newRequestId)
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({})
  const [isTried, setTried] = useState(false)
  const orderAddress = `/orders/${encodeURIComponent(order.number)}${accessToken ? `?token=${encodeURIComponent(accessToken)}` : ''}`
  const request = trpc.shop.returns.request.useMutation({
    onSuccess: () => {
      router.push(orderAddress)
      router.refresh()
    },
  })
  const lines = returnable.lines.flatMap((line) => {
    const ordered = order.lines[line.lineNo - 1]
    return ordered && line.returnable > 0 ? [{ ...line, ordered }] : []
  })
  const chosen = lines.filter((line) => choices[line.lineNo] !== undefined)
  const set = (lineNo: number, change: Partial<Choice>) =>
    setChoices({ ...choices, [lineNo]: { units: 1, reason: '', comment: '', ...choices[lineNo], ...change } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const asked = chosen.flatMap(({ lineNo }) => {
      const choice = choices[lineNo]
      const reason = RETURN_REASONS.find((one) => one === choice?.reason)
      const comment = choice?.comment.trim() ?? ''
      return choice && reason
        ? [{ lineNo, quantity: choice.units, reason, ...(comment === '' ? {} : { comment }) }]
        : []
    })
    if (asked.length === 0 || asked.length < chosen.length) return
    request.mutate({ requestId, number: order.number, ...(accessToken ? { accessToken } : {}), lines: asked })
  }
  if (!returnable.open || lines.length === 0)
    return (
      <EmptyState
        level={1}
        title="Nothing can come back"
        actions={
          <Link href={orderAddress} className={buttonStyle()}>
            To the order
          </Link>
        }
      >
        <p>
          Either the parcel has not left us yet, everything is on its way back already, or the time for returns is over.
        </p>
      </EmptyState>
    )
  const failure = request.error ? errorWords(request.error) : undefined
  return (
    <form onSubmit={submit} noValidate className="flex max-w-prose flex-col gap-8">
      <header className="flex flex-col gap-3">
        <p className="figures text-small text-soft">Order {order.number}</p>
        <h1 className="font-display text-headline tracking-tight">What comes back?</h1>
        <p className="text-small text-soft">
          {returnable.autoApproved
            ? 'Choose the pieces and say why. You get a number for the parcel at once.'
            : 'Choose the pieces and say why. We answer within a working day.'}
        </p>
      </header>
      <ul className="border-t border-rule">
        {lines.map(({ lineNo, returnable: most, ordered }) => {
          const choice = choices[lineNo]
          return (
            <li key={lineNo} className="grid grid-cols-[4rem_1fr] gap-4 border-b border-rule py-5">
              <Picture imageKey={ordered.pictureKey} alt="" sizes="4rem" />
              <div className="flex flex-col gap-4">
                <Checkbox
                  checked={choice !== undefined}
                  onChange={(event) => {
                    if (event.target.checked) set(lineNo, {})
                    else
                      setChoices(Object.fromEntries(Object.entries(choices).filter(([key]) => key !== String(lineNo))))
                  }}
                  label={
                    <>
                      <span className="font-medium">{ordered.title}</span>
                      <span className="block text-note text-soft">
                        {ordered.colour}, {ordered.size}
                      </span>
                    </>
                  }
                />
                {choice ? (
                  <>
                    {most > 1 ? (
                      <Quantity
                        what={ordered.title}
                        value={choice.units}
                        max={most}
                        onChange={(units) => set(lineNo, { units })}
                      />
                    ) : null}
                    <Field
                      label="Why?"
                      error={
                        isTried && choice.reason === '' ? 'Please tell us why, it helps the next one fit.' : undefined
                      }
                    >
                      {(wiring) => (
                        <Select
                          {...wiring}
                          value={choice.reason}
                          onChange={(event) =>
                            set(lineNo, { reason: RETURN_REASONS.find((one) => one === event.target.value) ?? '' })
                          }
                          options={[
                            { value: '', label: 'Choose one', disabled: true },
                            ...RETURN_REASONS.map((value) => ({ value, label: RETURN_REASON_WORDS[value] })),
                          ]}
                        />
                      )}
                    </Field>
                    <TextField
                      label="Anything to add"
                      optional
                      maxLength={280}
                      value={choice.comment}
                      onChange={(event) => set(lineNo, { comment: event.target.value })}
                    />
                  </>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
        {failure
          ? `${failure.title}. ${failure.detail ?? ''}`
          : isTried && chosen.length === 0
            ? 'Choose at least one piece.'
            : null}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="large" loading={request.isPending}>
          Ask for the return
        </Button>
        <Link href={orderAddress} className={buttonStyle({ tone: 'bare', size: 'large' })}>
          Keep everything
        </Link>
      </div>
    </form>
  )
}
