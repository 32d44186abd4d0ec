'use client'

import type { AlertView } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { formatMoney } from '@/components/format-money'
import { Link } from '@/components/link'
import { Picture } from '@/components/picture'
import { trpc } from '@/trpc/client'

/** What somebody asked to be told, and what has come about. */
export const AlertList = ({ initial }: { initial: readonly AlertView[] }) => {
  const cache = trpc.useUtils()
  const { data } = trpc.shop.alerts.mine.useQuery(undefined, { initialData: [...initial] })
  const withdrawal = trpc.shop.alerts.withdraw.useMutation({ onSuccess: () => cache.shop.alerts.mine.invalidate() })
  if (data.length === 0)
    return (
      <p className="text-soft">
        None. On a sold-out size press “Notify me”; on a saved piece ask to hear when it costs less.
      </p>
    )
  return (
    <ul aria-label="Alerts" className="flex flex-col divide-y divide-rule border-y border-rule">
      {data.map((alert) => (
        <li key={alert.alertId} className="flex items-center gap-4 py-3">
          {alert.pictureKey ? (
            <div className="w-14 shrink-0">
              <Picture imageKey={alert.pictureKey} alt="" sizes="3.5rem" />
            </div>
          ) : null}
          <div className="min-w-0 flex-1">
            <Link href={`/p/${alert.slug}`} className="thread-hover text-small font-medium">
              {alert.brand} {alert.title}
            </Link>
            <p className="text-note text-soft">{alertWords(alert)}</p>
          </div>
          {alert.fulfilledAtMs === undefined ? (
            <Button
              tone="bare"
              size="small"
              aria-label={`Withdraw the alert for ${alert.title}`}
              onClick={() => withdrawal.mutate({ alertId: alert.alertId })}
            >
              Withdraw
            </Button>
          ) : (
            <Badge tone="good">{alert.kind === 'stock' ? 'It is here' : 'It costs less'}</Badge>
          )}
        </li>
      ))}
    </ul>
  )
}

const alertWords = ({ kind, size, fulfilledAtMs, askedPriceMinor, priceMinor, currency }: AlertView): string => {
  if (kind === 'stock') return fulfilledAtMs ? `Size ${size} came back` : `When size ${size} is back`
  const asked = formatMoney(askedPriceMinor ?? priceMinor, currency)
  return fulfilledAtMs
    ? `Fell below ${asked}: now ${formatMoney(priceMinor, currency)}`
    : `When it costs less than ${asked}`
}
