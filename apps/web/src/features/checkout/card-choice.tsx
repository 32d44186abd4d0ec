'use client'

import { type PaymentMethodToken, paymentMethodSchema, SANDBOX_METHODS } from '@selvedge/core'
import { Radio } from '@/components/choice'

/** The sandbox's cards: each shows what a real bank may do. No card number is asked for or stored. */
export const CardChoice = ({
  chosen,
  onChoose,
}: {
  chosen: PaymentMethodToken
  onChoose: (method: PaymentMethodToken) => void
}) => (
  <div className="flex flex-col gap-2">
    <p className="pb-1 text-small text-soft">
      This shop takes test cards only, and no money moves. Each card stands for what a bank may answer.
    </p>
    {paymentMethodSchema.options.map((method) => (
      <Radio
        key={method}
        name="paymentMethod"
        value={method}
        label={SANDBOX_METHODS[method]}
        checked={chosen === method}
        onChange={() => onChoose(method)}
      />
    ))}
  </div>
)
