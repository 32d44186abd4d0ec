'use client'

import type { PurchaseOrderView } from '@selvedge/core'
import Link from 'next/link'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { Dialog, DialogClose } from '@/components/dialog'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'

type Props = { order: PurchaseOrderView; onMoved: () => void }

/** What may become of an order as it stands: a draft is sent, one on which nothing has come is cancelled. */
export const MoveOrder = ({ order: { number, state, shipments }, onMoved }: Props) => {
  const move = trpc.admin.supply.moveOrder.useMutation({
    onSuccess: (_moved, { to }) => toast(to === 'sent' ? `${number} is sent` : `${number} is cancelled`),
    onSettled: onMoved,
  })
  const isOnItsWay = state === 'sent' || state === 'part_received'
  const underWay = shipments.filter((shipment) => shipment.state === 'expected' || shipment.state === 'part_received')
  if (state === 'received' || state === 'cancelled') return null
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        {state === 'draft' ? (
          <Button loading={move.isPending} onClick={() => move.mutate({ number, to: 'sent' })}>
            Mark as sent
          </Button>
        ) : null}
        {isOnItsWay ? (
          <Link
            href={`/admin/supply/new?order=${encodeURIComponent(number)}`}
            prefetch={false}
            className={buttonStyle()}
          >
            Announce a shipment
          </Link>
        ) : null}
        {state === 'part_received' ? null : (
          <Dialog
            trigger={<Button tone="quiet">Cancel the order</Button>}
            title={`Cancel ${number}?`}
            description={
              underWay.length === 0
                ? 'It is not counted as on its way any more. A cancelled order is not taken up again.'
                : `${underWay.map((shipment) => shipment.number).join(', ')} was announced for it and stays on its way until it is cancelled itself.`
            }
            actions={
              <>
                <DialogClose render={<Button tone="quiet">Keep it</Button>} />
                <DialogClose
                  render={
                    <Button tone="danger" onClick={() => move.mutate({ number, to: 'cancelled' })}>
                      Cancel it
                    </Button>
                  }
                />
              </>
            }
          />
        )}
      </div>
      <FailureLine error={move.error} />
    </div>
  )
}
