import { Button } from '@/components/button'
import type { Tally } from './scan-tally'

type Props = { tally: Tally; hand: string; onHand: (sku: string) => void }

/** Other SKUs whose pieces were scanned and not sent yet; pressing one takes it in hand again. */
export const ScansWaiting = ({ tally, hand, onHand }: Props) => {
  const waiting = [...tally].filter(([sku, units]) => sku !== hand && units > 0)
  if (waiting.length === 0) return null
  return (
    <section aria-label="Scanned, not sent yet" className="flex flex-wrap items-center gap-2 text-note">
      <span className="text-soft">Not sent yet</span>
      {waiting.map(([sku, units]) => (
        <Button key={sku} size="small" tone="quiet" onClick={() => onHand(sku)}>
          <span className="figures">
            {sku}: {units}
          </span>
        </Button>
      ))}
    </section>
  )
}
