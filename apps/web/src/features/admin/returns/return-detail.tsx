'use client'

import type { StaffReturn } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { formatMoney } from '@/components/format-money'
import { LiveDot } from '@/components/live-dot'
import { Picture } from '@/components/picture'
import { OUTCOME_WORDS, RETURN_REASON_WORDS, RETURN_STATE_WORDS } from '@/features/returns/return-words'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { optionWords } from '../option-words'
import { InspectLine } from './inspect-line'
import { ReturnActions } from './return-actions'

const REFUND_WORDS = { pending: 'on its way to the bank', done: 'given back', failed: 'refused by the bank' } as const

type Props = { initial: StaffReturn; places: readonly { id: number; code: string; name: string }[] }

/** One return at the desk: what came, why, and what becomes of it. */
export const ReturnDetail = ({ initial, places }: Props) => {
  const { returnId } = initial
  const utils = trpc.useUtils()
  const { data: found, isError, refetch } = trpc.admin.returns.byId.useQuery({ returnId }, { initialData: initial })
  const isTold = useStaffTopic('return', () => void refetch())
  const show = (after: StaffReturn) => utils.admin.returns.byId.setData({ returnId }, after)
  const words = RETURN_STATE_WORDS[found.state]
  return (
    <div className="flex flex-col gap-5">
      <Breadcrumbs steps={[{ label: 'Returns', href: '/admin/returns' }, { label: found.label }]} />
      <PageHead
        title={<span className="figures">{found.label}</span>}
        note={
          <>
            Order{' '}
            <Link href={`/admin/orders/${found.orderNumber}`} className="thread-link">
              {found.orderNumber}
            </Link>{' '}
            of {found.email}, asked for <Moment at={found.requestedAt} look="short" />
            {found.location ? `, at ${found.location.code}` : ''}
          </>
        }
      >
        <LiveDot live={isTold && !isError} />
        <Badge tone={words.tone}>{words.badge}</Badge>
      </PageHead>
      <ReturnActions found={found} places={places} onDone={show} />
      <ul className="flex max-w-prose flex-col gap-4">
        {found.lines.map((line) => (
          <li key={line.lineNo} className="flex flex-col gap-4 border border-rule bg-raised p-4">
            <div className="grid grid-cols-[4rem_1fr] gap-4">
              <Picture imageKey={line.pictureKey} alt="" sizes="4rem" />
              <div className="text-small">
                <p className="font-medium">
                  {line.quantity} × {line.title}
                </p>
                <p className="figures text-note text-soft">
                  {optionWords(line)} · {line.sku}
                </p>
                <p className="pt-1">{RETURN_REASON_WORDS[line.reason]}</p>
                {line.comment ? <p className="text-note text-soft">“{line.comment}”</p> : null}
                {line.outcomes.length > 0 ? (
                  <p className="pt-1 text-kelp">
                    {line.outcomes
                      .map((one) => `${one.quantity} ${OUTCOME_WORDS[one.outcome].toLowerCase()}`)
                      .join(', ')}
                    {line.refundMinor > 0 ? `, ${formatMoney(line.refundMinor, found.currency)} back` : ''}
                  </p>
                ) : null}
              </div>
            </div>
            {found.state === 'received' && line.outcomes.length === 0 ? (
              <InspectLine found={found} line={line} onDone={show} />
            ) : null}
          </li>
        ))}
      </ul>
      {found.refunds.length === 0 ? null : (
        <section className="max-w-prose">
          <h2 className="label-caps text-soft">Refunds</h2>
          <ul className="figures pt-1 text-small">
            {found.refunds.map((refund) => (
              <li key={`${refund.at.getTime()} ${refund.amountMinor}`} className="flex justify-between gap-4">
                <span>
                  {formatMoney(refund.amountMinor, found.currency)} {REFUND_WORDS[refund.state]}
                </span>
                <span className="text-soft">
                  <Moment at={refund.at} look="short" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.note ? <p className="text-note text-soft">{found.note}</p> : null}
    </div>
  )
}
