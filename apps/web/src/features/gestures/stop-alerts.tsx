'use client'

import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { trpc } from '@/trpc/client'
import { errorWords } from '../rejection-words'

/** Withdraws all that was asked for with an address, by one press of whoever got a message there. */
export const StopAlerts = ({ wayOut }: { wayOut: { email: string; token: string } | undefined }) => {
  const cache = trpc.useUtils()
  const { mutate, data, error, isPending } = trpc.shop.alerts.stop.useMutation({
    onSuccess: () => cache.shop.alerts.invalidate(),
  })
  const onward = (
    <Link href="/shop" className={buttonStyle({ tone: wayOut && !data ? 'bare' : 'primary' })}>
      To the shop
    </Link>
  )
  if (!wayOut)
    return (
      <EmptyState level={1} title="This link is not whole" actions={onward}>
        <p>Open it from the message once more, with all of its end.</p>
      </EmptyState>
    )
  if (data)
    return (
      <EmptyState level={1} title="It is quiet now" actions={onward}>
        <p role="status">
          {withdrawnWords(data.withdrawn)} Nothing will be written to {wayOut.email} unless it is asked for again.
        </p>
      </EmptyState>
    )
  const words = error ? errorWords(error) : undefined
  return (
    <EmptyState
      level={1}
      title="No more of these?"
      actions={
        <>
          <Button loading={isPending} onClick={() => mutate(wayOut)}>
            Withdraw everything
          </Button>
          {onward}
        </>
      }
    >
      <p>
        All that waits for {wayOut.email} is withdrawn: sizes that may come back, prices that may fall. What concerns
        your orders is written as before.
      </p>
      {words ? (
        <p role="alert" className="mt-4 text-body text-thread">
          {words.title}. {words.detail}
        </p>
      ) : null}
    </EmptyState>
  )
}

const withdrawnWords = (alerts: number): string =>
  alerts === 0 ? 'Nothing was waiting.' : `${alerts === 1 ? 'One alert is' : `${alerts} alerts are`} withdrawn.`
