'use client'

import { useState } from 'react'
import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'

/** Ends an order of which nothing has left; asked twice, because the money goes back. */
export const CancelOrder = ({ number }: { number: string }) => {
  const [isSure, setSure] = useState(false)
  const utils = trpc.useUtils()
  const cancel = trpc.admin.orders.cancel.useMutation({
    onSuccess: () => {
      toast(`${number} is cancelled`)
      void utils.admin.orders.byNumber.invalidate({ number })
    },
    onError: (error) => toast(errorWords(error).title, { tone: 'error' }),
  })
  if (!isSure)
    return (
      <Button size="small" tone="quiet" onClick={() => setSure(true)}>
        Cancel the order
      </Button>
    )
  return (
    <>
      <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate({ number })}>
        Cancel and give the money back
      </Button>
      <Button size="small" tone="quiet" onClick={() => setSure(false)}>
        Leave it
      </Button>
    </>
  )
}
