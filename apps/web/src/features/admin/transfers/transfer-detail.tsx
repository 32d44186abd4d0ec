'use client'

import type { TransferView } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { LOSS_WORDS } from '../frame/reason-words'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ReceiveForm } from './receive-form'
import { TransferLines } from './transfer-lines'
import { TRANSFER_STATE_WORDS } from './transfer-words'

/** One transfer and the next thing to do with it. */
export const TransferDetail = ({ initial }: { initial: TransferView }) => {
  const { transferId } = initial
  const {
    data: transfer,
    isError,
    refetch,
  } = trpc.admin.transfers.byId.useQuery({ transferId }, { initialData: initial })
  const isTold = useStaffTopic('transfer', () => void refetch())
  const settled = { onSettled: () => void refetch() }
  const dispatch = trpc.admin.transfers.dispatch.useMutation(settled)
  const cancel = trpc.admin.transfers.cancel.useMutation(settled)
  const change = { transferId, expectedVersion: transfer.version }
  const { badge, tone } = TRANSFER_STATE_WORDS[transfer.state]
  return (
    <div className="flex flex-col gap-5">
      <Breadcrumbs steps={[{ label: 'Transfers', href: '/admin/transfers' }, { label: `T-${transferId}` }]} />
      <PageHead
        title={<span className="figures">T-{transferId}</span>}
        note={
          <>
            {transfer.from.name} to {transfer.to.name}, {transfer.units} {transfer.units === 1 ? 'piece' : 'pieces'},
            expected {transfer.expectedOn}
            {transfer.overdue ? <span className="text-thread">, overdue</span> : null}
          </>
        }
      >
        <LiveDot live={isTold && !isError} />
        <Badge tone={tone}>{badge}</Badge>
        {transfer.state === 'draft' ? (
          <>
            <Button tone="quiet" size="small" loading={cancel.isPending} onClick={() => cancel.mutate(change)}>
              Drop the draft
            </Button>
            <Button size="small" loading={dispatch.isPending} onClick={() => dispatch.mutate(change)}>
              Send it
            </Button>
          </>
        ) : null}
      </PageHead>
      <FailureLine error={dispatch.error ?? cancel.error} />
      <TransferLines transfer={transfer} />
      <p className="text-note text-soft">
        Written <Moment at={transfer.createdAt} look="short" />
        {transfer.dispatchedAt ? (
          <>
            , sent <Moment at={transfer.dispatchedAt} look="short" />
          </>
        ) : null}
        {transfer.receivedAt ? (
          <>
            , received <Moment at={transfer.receivedAt} look="short" />
          </>
        ) : null}
        {transfer.lossReason ? `. Lost: ${LOSS_WORDS[transfer.lossReason].toLowerCase()}` : ''}
        {transfer.note ? `. ${transfer.note}` : ''}
      </p>
      {transfer.state === 'in-transit' ? (
        <ReceiveForm key={transfer.version} transfer={transfer} onDone={() => void refetch()} />
      ) : null}
    </div>
  )
}
