'use client'

import type { BagView } from '@selvedge/core'
import { Button } from '@/components/button'
import { Countdown } from '@/components/countdown'
import { TextLink } from '@/components/text-link'
import { holdWords } from '../bag/hold-words'
import { useServerNow } from '../bag/server-clock'
import { useChangeBag } from '../bag/use-change-bag'

export type HoldNoticeProps = { bag: BagView; readAtMs: number | undefined; onEnd: () => void }

/** How long the pieces are still held while one fills in the form; the one that ends first counts. */
export const HoldNotice = ({ bag, readAtMs, onEnd }: HoldNoticeProps) => {
  const nowMs = useServerNow(bag, readAtMs)
  const changes = useChangeBag(bag.currency)
  const ended = bag.lines.find(({ hold }) => hold.state === 'ended')
  if (ended)
    return (
      <p role="status" className="border-l-4 border-thread bg-wash px-4 py-3 text-small">
        The hold on {ended.title} has ended. <TextLink href="/bag">Take it again in your bag</TextLink>, or pay now: it
        is yours if it is still there.
      </p>
    )
  const held = bag.lines
    .flatMap((line) => (line.hold.state === 'held' ? [{ line, hold: line.hold }] : []))
    .sort((a, b) => a.hold.expiresAtMs - b.hold.expiresAtMs)
  const [first] = held
  if (!first) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-l-4 border-ink bg-raised px-4 py-2 text-small">
      <span className="flex flex-wrap items-baseline gap-x-1.5">
        <Countdown
          expiresAtMs={first.hold.expiresAtMs}
          serverNowMs={nowMs}
          what={held.length === 1 ? first.line.title : 'your bag'}
          onEnd={onEnd}
          className="[&>span]:text-small"
        />
        <span className="text-soft">and longer while a payment runs</span>
      </span>
      {first.hold.extendable ? (
        <Button
          tone="bare"
          size="flush"
          loading={changes.busyLineId === first.line.lineId}
          onClick={() => void changes.extend(first.line)}
        >
          <span className="thread-link">Hold {holdWords(bag.extensionMs)} more</span>
        </Button>
      ) : null}
    </div>
  )
}
