'use client'

import type { BagView } from '@selvedge/core'
import { Button } from '@/components/button'
import { Countdown } from '@/components/countdown'
import { holdWords } from './hold-words'

type Line = BagView['lines'][number]

export type LineHoldProps = {
  line: Line
  /** What a hold is here. */
  policy: Pick<BagView, 'holdMs' | 'extensionMs'>
  /** The server's clock now, epoch milliseconds. */
  nowMs: number
  busy: boolean
  onEnd: () => void
  onExtend: () => void
  onTakeAgain: () => void
}

/** What stands behind a line right now, and what one can do about it. */
export const LineHold = ({ line, policy, nowMs, busy, onEnd, onExtend, onTakeAgain }: LineHoldProps) => {
  const { hold, available } = line
  switch (hold.state) {
    case 'held':
      return (
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
          <Countdown
            expiresAtMs={hold.expiresAtMs}
            serverNowMs={nowMs}
            totalMs={policy.holdMs}
            what={line.title}
            onEnd={onEnd}
            className="min-w-24"
          />
          {hold.extendable ? (
            <Button tone="bare" size="flush" loading={busy} onClick={onExtend}>
              <span className="thread-link">Hold {holdWords(policy.extensionMs)} more</span>
            </Button>
          ) : null}
        </div>
      )
    case 'ended':
      return (
        <div className="border-l-4 border-thread bg-wash px-3 py-2.5">
          <p className="text-note">
            {available > 0
              ? 'The hold has ended, so others can buy it. It is still there.'
              : 'The hold has ended and someone else has it now.'}
          </p>
          {available > 0 ? (
            <Button tone="quiet" size="small" loading={busy} onClick={onTakeAgain} className="mt-2">
              Take it again
            </Button>
          ) : null}
        </div>
      )
    case 'none':
      return (
        <p className="border-l-4 border-weld bg-raised px-3 py-2.5 text-note">
          {hold.because === 'share'
            ? 'Not held: one bag can hold only a part of what is left. It is checked again when you pay.'
            : 'Not held: many want this at once. It is yours when you pay, as long as there is one.'}
        </p>
      )
  }
}
