'use client'

import { LOSS_REASONS, type TransferView } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Field } from '@/components/field'
import { Quantity } from '@/components/quantity'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { LOSS_WORDS } from '../frame/reason-words'
import { optionWords } from '../option-words'
import { pieces } from './transfer-words'

const UNITS_MAX = 100_000
type Seen = { readonly good: number; readonly damaged: number }

/** Unpacking, made for a thumb: what is good and what is not, line by line; nothing is filled in that was not seen. */
export const ReceiveForm = ({ transfer, onDone }: { transfer: TransferView; onDone: () => void }) => {
  const [seen, setSeen] = useState<Readonly<Record<number, Seen>>>({})
  const [close, setClose] = useState(true)
  const [lossReason, setLossReason] = useState<(typeof LOSS_REASONS)[number]>('lost-on-the-way')
  const receive = trpc.admin.transfers.receive.useMutation({
    onSuccess: ({ closed }) => {
      toast(closed ? `T-${transfer.transferId} is received` : 'What came is on the shelf')
      onDone()
    },
  })
  const of = (lineNo: number): Seen => seen[lineNo] ?? { good: 0, damaged: 0 }
  const set = (lineNo: number, change: Partial<Seen>) => setSeen({ ...seen, [lineNo]: { ...of(lineNo), ...change } })
  const missing = transfer.lines.reduce((sum, { lineNo, outstanding }) => {
    const { good, damaged } = of(lineNo)
    return sum + Math.max(0, outstanding - good - damaged)
  }, 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    receive.mutate({
      transferId: transfer.transferId,
      expectedVersion: transfer.version,
      lines: transfer.lines.map(({ lineNo }) => ({ lineNo, ...of(lineNo) })),
      close,
      ...(close && missing > 0 ? { lossReason } : {}),
    })
  }
  return (
    <form onSubmit={submit} className="flex max-w-form flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-display text-title">Unpack</h2>
        <Button
          tone="quiet"
          size="small"
          onClick={() =>
            setSeen(
              Object.fromEntries(transfer.lines.map((line) => [line.lineNo, { good: line.outstanding, damaged: 0 }])),
            )
          }
        >
          Everything came, all good
        </Button>
      </div>
      <ul className="border-t border-rule">
        {transfer.lines.map((line) => (
          <li key={line.lineNo} className="flex flex-col gap-3 border-b border-rule py-4">
            <div>
              <p className="text-small font-medium">{line.title}</p>
              <p className="figures text-note text-soft">
                {optionWords(line)} · {line.sku} · {line.outstanding} on the way
              </p>
            </div>
            <div className="flex flex-wrap gap-x-8 gap-y-3">
              {(['good', 'damaged'] as const).map((kind) => (
                <div key={kind} className="flex items-center gap-3">
                  <span className="w-20 text-small">{kind === 'good' ? 'Good' : 'Damaged'}</span>
                  <Quantity
                    what={`${kind} ${line.sku}`}
                    value={of(line.lineNo)[kind]}
                    min={0}
                    max={UNITS_MAX}
                    onChange={(units) => set(line.lineNo, { [kind]: units })}
                  />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Checkbox
        checked={close}
        onChange={(event) => setClose(event.target.checked)}
        label="Nothing more will come"
        note={missing > 0 ? `${missing} missing` : 'nothing missing'}
      />
      {close && missing > 0 ? (
        <Field label={`Why ${missing === 1 ? 'is' : 'are'} ${pieces(missing)} missing?`}>
          {(wiring) => (
            <Select
              {...wiring}
              value={lossReason}
              onChange={(event) => setLossReason(LOSS_REASONS.find((one) => one === event.target.value) ?? lossReason)}
              options={LOSS_REASONS.map((value) => ({ value, label: LOSS_WORDS[value] }))}
            />
          )}
        </Field>
      ) : null}
      <FailureLine error={receive.error} />
      <Button type="submit" size="large" wide loading={receive.isPending}>
        {close ? 'Receive and close' : 'Receive what came'}
      </Button>
    </form>
  )
}
