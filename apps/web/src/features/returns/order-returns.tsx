'use client'

import type { ReturnView } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { formatMoney } from '@/components/format-money'
import { Link } from '@/components/link'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { RETURN_REASON_WORDS, RETURN_STATE_WORDS } from './return-words'

const POLL_MS = 8_000
const REFUND_WORDS = { pending: 'on its way to you', done: 'refunded', failed: 'we look into the refund' } as const

type Props = { number: string; accessToken?: string | undefined }

/** The returns of an order with their numbers and refunds, and the way to ask for one; nothing before the parcel has left. */
export const OrderReturns = ({ number, accessToken }: Props) => {
  const link = { number, ...(accessToken ? { accessToken } : {}) }
  // Asked for anew whenever the watched order moves, too.
  const { data, refetch } = trpc.shop.returns.ofOrder.useQuery(link, {
    refetchInterval: ({ state }) => (state.data?.returns.some(isMoving) ? POLL_MS : false),
    staleTime: 0,
  })
  const withdraw = trpc.shop.returns.withdraw.useMutation({ onSettled: () => void refetch() })
  if (!data || (!data.open && data.returns.length === 0)) return null
  const canReturn = data.open && data.lines.some((line) => line.returnable > 0)
  const token = accessToken ? `?token=${encodeURIComponent(accessToken)}` : ''
  const failure = withdraw.error ? errorWords(withdraw.error) : undefined
  return (
    <section aria-label="Returns" className="pt-12">
      <h2 className="mb-6 border-b border-rule pb-2 font-display text-title">Returns</h2>
      <ul className="flex flex-col gap-6">
        {data.returns.map((one) => (
          <li key={one.returnId} className="flex flex-col gap-2 text-small">
            <div className="flex flex-wrap items-center gap-3">
              <span className="figures text-lead font-medium">{one.label}</span>
              <Badge tone={RETURN_STATE_WORDS[one.state].tone}>{RETURN_STATE_WORDS[one.state].badge}</Badge>
            </div>
            <p className="text-soft">{RETURN_STATE_WORDS[one.state].lead}</p>
            <ul>
              {one.lines.map((line) => (
                <li key={line.lineNo}>
                  {line.quantity} × {line.title}, {line.size}: {RETURN_REASON_WORDS[line.reason].toLowerCase()}
                </li>
              ))}
            </ul>
            {one.refunds.map((refund) => (
              <p key={refund.at.getTime()} className="figures font-medium">
                {formatMoney(refund.amountMinor, one.currency)} {REFUND_WORDS[refund.state]}
              </p>
            ))}
            {one.state === 'requested' || one.state === 'approved' ? (
              <div>
                <Button
                  tone="quiet"
                  size="small"
                  loading={withdraw.isPending}
                  onClick={() => withdraw.mutate({ ...link, returnId: one.returnId, expectedVersion: one.version })}
                >
                  Withdraw it
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
        {failure ? failure.title : null}
      </p>
      {canReturn ? (
        <Link
          href={`/orders/${encodeURIComponent(number)}/return${token}`}
          className={buttonStyle({ tone: 'quiet', className: 'mt-6' })}
        >
          {data.returns.length === 0 ? 'Return something' : 'Return something else'}
        </Link>
      ) : null}
    </section>
  )
}

const isMoving = ({ state, refunds }: ReturnView): boolean =>
  ['requested', 'approved', 'received'].includes(state) || refunds.some((refund) => refund.state === 'pending')
