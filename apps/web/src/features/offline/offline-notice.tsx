import { Button } from '@/components/button'
import type { Connection } from './connection'

type Props = { connection: Connection; reload: (() => void) | undefined }

/** A strip at the foot of the page, out of the flow so that nothing jumps: what is shown may be old, or a newer shop waits. */
export const OfflineNotice = ({ connection, reload }: Props) => (
  <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-30">
    {connection.isOffline ? (
      <p className="figures pointer-events-auto border-t-4 border-thread bg-ink px-4 py-2.5 text-center text-small text-paper">
        <strong className="font-medium">You are offline.</strong> {staleWords(connection.keptAt)}
      </p>
    ) : reload ? (
      <p className="pointer-events-auto flex items-center justify-center gap-4 border-t-4 border-thread bg-ink px-4 py-1.5 text-small text-paper">
        A newer shop is ready.
        <Button
          tone="quiet"
          size="small"
          className="border-paper text-paper hover:bg-paper hover:text-ink"
          onClick={reload}
        >
          Reload
        </Button>
      </p>
    ) : null}
  </div>
)

const staleWords = (keptAt: number | undefined): string =>
  keptAt === undefined
    ? 'Stock and prices may have changed.'
    : `Stock and prices may have changed since ${momentOf(new Date(keptAt))}.`

/** The time alone for a copy of today, else with its day. */
const momentOf = (kept: Date): string => {
  const time = kept.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (kept.toDateString() === new Date().toDateString()) return time
  return `${kept.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${time}`
}
