import { classNames } from '@/components/class-names'

const URGENT_MS = 60_000

/** Time until a hold ends by the server's clock; at zero it no longer counts, whether or not anybody has tidied up. */
export const TimeLeft = ({ expiresAt, heldAt, nowMs }: { expiresAt: Date; heldAt: Date; nowMs: number }) => {
  const leftMs = Math.max(0, expiresAt.getTime() - nowMs)
  const seconds = Math.ceil(leftMs / 1_000)
  const share = Math.min(1, leftMs / Math.max(1, expiresAt.getTime() - heldAt.getTime()))
  return (
    <span className="inline-flex w-16 flex-col gap-1">
      <span className={classNames('figures', leftMs <= URGENT_MS ? 'text-thread' : undefined)}>
        {leftMs === 0 ? 'ended' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
      </span>
      <span aria-hidden="true" className="block h-0.5 w-full bg-rule">
        <span className="block h-full origin-left bg-thread" style={{ transform: `scaleX(${share.toFixed(3)})` }} />
      </span>
    </span>
  )
}
