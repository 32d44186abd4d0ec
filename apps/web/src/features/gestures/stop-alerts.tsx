'use client'

import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { trpc } from '@/trpc/client'
import { errorWords } from '../rejection-words'

/**
 * Withdraws all that was asked for with an address, by one press of whoever got a message there. The address is not
 * barred: who asks again, also by mistake, is written to again, and the page says so.
 */
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
      <EmptyState
        level={1}
        title="This link is not whole"
        actions={
          <>
            <Link href="/account" className={buttonStyle({ tone: 'primary' })}>
              Your alerts
            </Link>
            <Link href="/shop" className={buttonStyle({ tone: 'bare' })}>
              To the shop
            </Link>
          </>
        }
      >
        <p>
          A part of it was lost on the way here, so nothing was changed. Open it from the message once more, or copy it
          to its very end. In the browser you asked with, and when you are signed in, each alert can be withdrawn by
          itself.
        </p>
      </EmptyState>
    )
  if (data)
    return (
      <EmptyState level={1} title="It is quiet now" actions={onward}>
        <p role="status">
          {withdrawnWords(data.withdrawn)} No alert goes to {wayOut.email} unless one is asked for with this address
          again, apart from one that may be on its way already. Messages about your orders come as before.
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
        All that waits for {wayOut.email} is withdrawn: sizes that may come back, prices that may fall. The address is
        not barred; you can ask to be told again at any time. What concerns your orders is written as before.
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
