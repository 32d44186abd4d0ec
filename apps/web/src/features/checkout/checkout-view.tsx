'use client'

import type { BagView, PaymentMethodToken, Quote, ShippingMethod } from '@selvedge/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { formatMoney } from '@/components/format-money'
import { TextField } from '@/components/input'
import { TextLink } from '@/components/text-link'
import { trpc } from '@/trpc/client'
import { useBag } from '../bag/use-bag'
import { AddressFields } from './address-fields'
import { CardChoice } from './card-choice'
import { CheckoutSummary, FoldedSummary } from './checkout-summary'
import { HoldNotice } from './hold-notice'
import { PriceChanged } from './price-changed'
import { type CheckoutForm, type FieldErrors, readForm } from './read-form'
import { ShippingChoice } from './shipping-choice'
import { usePlaceOrder } from './use-place-order'

export type CheckoutViewProps = {
  initialBag: BagView
  /** The quote of standard delivery, which is chosen at first. */
  initialQuote: Quote
  shopper?: { name: string; email: string } | undefined
}

/** The checkout: one column, guest first, the whole sum known before paying. */
export const CheckoutView = ({ initialBag, initialQuote, shopper }: CheckoutViewProps) => {
  const { bag = initialBag, readAtMs, refresh } = useBag(initialBag)
  const [shippingMethod, setShippingMethod] = useState<ShippingMethod>('standard')
  const [card, setCard] = useState<PaymentMethodToken>('card-approve')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [waiting, setWaiting] = useState<CheckoutForm>()
  const form = useRef<HTMLFormElement>(null)
  const { place, isPlacing, refusal, clearRefusal } = usePlaceOrder()
  const {
    data: quote = initialQuote,
    isPlaceholderData,
    isPaused,
  } = trpc.shop.checkout.quote.useQuery(
    { shippingMethod },
    {
      ...(shippingMethod === 'standard' ? { initialData: initialQuote } : {}),
      placeholderData: (known) => known,
    },
  )

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = readForm(new FormData(event.currentTarget))
    setErrors(answer.ok ? {} : answer.errors)
    if (!answer.ok || isPlaceholderData) return
    setWaiting(answer.value)
    place(answer.value, quote.totalMinor)
  }

  const waitingWords = isPaused ? 'The total waits for a connection' : 'Working out the total'
  const total = formatMoney(quote.totalMinor, quote.currency)

  return (
    <div className="gap-16 lg:grid lg:grid-cols-[minmax(0,38rem)_minmax(22rem,30rem)] lg:justify-between">
      <form ref={form} method="post" noValidate onSubmit={submit} className="flex max-w-prose flex-col gap-11">
        <div className="flex flex-col gap-6">
          <h1 className="font-display text-display tracking-tight">Checkout</h1>
          <FoldedSummary bag={bag} quote={quote} stale={isPlaceholderData} />
          <HoldNotice bag={bag} readAtMs={readAtMs} onEnd={refresh} />
        </div>
        <Part title="Who it is for">
          {shopper ? null : (
            <p className="-mt-2 text-small text-soft">
              No account needed. <TextLink href="/sign-in?to=/checkout">Sign in</TextLink> if you have one.
            </p>
          )}
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            hint="For this order and nothing else."
            defaultValue={shopper?.email}
            error={errors.email}
          />
        </Part>
        <Part title="Where it goes">
          <AddressFields errors={errors} name={shopper?.name} />
        </Part>
        <Part title="How it travels">
          <ShippingChoice
            chosen={shippingMethod}
            subtotalMinor={quote.subtotalMinor - quote.discountMinor}
            currency={quote.currency}
            onChoose={setShippingMethod}
          />
        </Part>
        <Part title="How you pay">
          <CardChoice chosen={card} onChoose={setCard} />
        </Part>
        <div className="flex flex-col gap-4">
          {refusal && !refusal.newQuote ? (
            <div role="alert" className="border-l-4 border-thread bg-wash px-4 py-3">
              <p className="font-medium">{refusal.title}</p>
              {refusal.detail ? <p className="text-small">{refusal.detail}</p> : null}
              {refusal.seeBag ? (
                <TextLink href="/bag" className="text-small">
                  To your bag
                </TextLink>
              ) : null}
            </div>
          ) : null}
          {/* Nobody pays a sum that the button does not say: a press before it is known would be lost without a word. */}
          <Button type="submit" size="large" wide loading={isPlacing || isPlaceholderData}>
            {isPlacing ? 'Asking the bank' : isPlaceholderData ? waitingWords : `Pay ${total}`}
          </Button>
          <p className="text-note text-soft">
            The total includes tax and delivery. If anything changes before you pay, we ask first.
          </p>
        </div>
        <PriceChanged
          shownMinor={quote.totalMinor}
          newQuote={refusal?.newQuote}
          onAccept={(agreed) => waiting && place(waiting, agreed.totalMinor)}
          onRefuse={clearRefusal}
        />
      </form>
      <CheckoutSummary bag={bag} quote={quote} stale={isPlaceholderData} />
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="flex flex-col gap-5">
    <legend className="mb-4 w-full border-b border-rule pb-2 font-display text-title">{title}</legend>
    {children}
  </fieldset>
)
