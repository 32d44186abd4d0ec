'use client'

import { useState } from 'react'
import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'

/** Ends an order, or what of it has not left; asked twice, because the money goes back. */
export const CancelOrder = ({ number, isRest }: { number: string; isRest: boolean }) => {
  const [isSure, setSure] = useState(false)
  const utils = trpc.useUtils()
  const cancel = trpc.admin.orders.cancel.useMutation({
    onSuccess: () => {
      toast(isRest ? `The rest of ${number} is cancelled` : `${number} is cancelled`)
      void utils.admin.orders.byNumber.invalidate({ number })
      void utils.admin.parcels.ofOrder.invalidate({ number })
    },
    onError: tellFailure,
  })
  if (!isSure)
    return (
      <Button size="small" tone="quiet" onClick={() => setSure(true)}>
        {isRest ? 'Cancel the rest' : 'Cancel the order'}
      </Button>
    )
  return (
    <>
      <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate({ number })}>
        {isRest ? 'Cancel the rest and give its money back' : 'Cancel and give the money back'}
      </Button>
      <Button size="small" tone="quiet" onClick={() => setSure(false)}>
        Leave it
      </Button>
    </>
  )
}
