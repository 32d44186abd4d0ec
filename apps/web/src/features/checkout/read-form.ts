import { addressSchema, type PlaceOrder, paymentMethodSchema, shippingMethodSchema } from '@selvedge/core'
import { z } from 'zod'

/** The parts of an order that the shopper types; id and total come from the page. */
const formSchema = z.strictObject({
  email: z.email().max(254),
  address: addressSchema,
  shippingMethod: shippingMethodSchema,
  paymentMethod: paymentMethodSchema,
})
export type CheckoutForm = Omit<PlaceOrder, 'orderId' | 'expectedTotalMinor'>

export const FIELDS = ['email', 'name', 'line1', 'line2', 'postcode', 'city', 'country'] as const
export type CheckoutField = (typeof FIELDS)[number]
export type FieldErrors = Partial<Record<CheckoutField, string>>

/** What is wrong with a field and how to mend it. */
export const FIELD_WORDS: Readonly<Record<CheckoutField, string>> = {
  email: 'Give an e-mail address, for example you@example.com.',
  name: 'Give the name on the door.',
  line1: 'Give street and house number.',
  line2: 'At most 160 characters, please.',
  postcode: 'Give the postcode, for example 1017 AB.',
  city: 'Give the town.',
  country: 'Choose a country we deliver to.',
}

/** Reads the form by the same schema as the server; else says which fields are wrong. */
export const readForm = (form: FormData): { ok: true; value: CheckoutForm } | { ok: false; errors: FieldErrors } => {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const line2 = text('line2')
  const parsed = formSchema.safeParse({
    email: text('email'),
    address: {
      name: text('name'),
      line1: text('line1'),
      ...(line2 ? { line2 } : {}),
      city: text('city'),
      postcode: text('postcode'),
      country: text('country'),
    },
    shippingMethod: text('shippingMethod'),
    paymentMethod: text('paymentMethod'),
  })
  if (parsed.success) return { ok: true, value: parsed.data }
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path.at(-1))))
  const errors = Object.fromEntries(
    FIELDS.filter((field) => wrong.has(field)).map((field) => [field, FIELD_WORDS[field]]),
  )
  return { ok: false, errors }
}
