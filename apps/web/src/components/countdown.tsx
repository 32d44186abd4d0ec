'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { classNames } from './class-names'
import { announce } from './live-region'

export type CountdownProps = {
  /** When the hold ends, by the server's clock: epoch milliseconds. */
  expiresAtMs: number
  /** The server's clock when it answered: epoch milliseconds. Only its distance to `expiresAtMs` counts, so a wrong clock on the device does not matter. */
  serverNowMs: number
  /** What is held, for the spoken warnings: `Marlow overshirt`. */
  what: string
  /** The whole hold in milliseconds; when given, a thread shows how much of it is left. */
  totalMs?: number
  onEnd?: () => void
  className?: string
}

const WARNINGS = [
  { atMs: 120_000, words: 'two minutes' },
  { atMs: 30_000, words: 'thirty seconds' },
] as const

const clock = (leftMs: number): string => {
  const seconds = Math.ceil(leftMs / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Time left of a hold. Counts on the monotonic clock; speaks at two minutes, at thirty seconds and at the end only. */
export const Countdown = ({ expiresAtMs, serverNowMs, what, totalMs, onEnd, className }: CountdownProps) => {
  const [leftMs, setLeftMs] = useState(Math.max(0, expiresAtMs - serverNowMs))
  const ended = useEffectEvent(() => onEnd?.())

  useEffect(() => {
    const endsAt = performance.now() + (expiresAtMs - serverNowMs)
    let before = Math.max(0, expiresAtMs - serverNowMs)
    const tick = () => {
      const left = Math.max(0, endsAt - performance.now())
      const warning = WARNINGS.find(({ atMs }) => before > atMs && left <= atMs)
      if (warning) announce(`${what} is held for ${warning.words} more.`)
      if (before > 0 && left === 0) {
        clearInterval(timer)
        announce(`The hold on ${what} has ended.`)
        ended()
      }
      before = left
      setLeftMs(left)
    }
    const timer = setInterval(tick, 250)
    tick()
    return () => clearInterval(timer)
  }, [expiresAtMs, serverNowMs, what])

  const urgent = leftMs <= 120_000
  return (
    <span className={classNames('inline-flex flex-col gap-1', className)}>
      <span
        role="timer"
        aria-live="off"
        className={classNames('figures text-note', urgent ? 'text-thread' : 'text-soft')}
      >
        {leftMs === 0 ? 'Hold ended' : `Held ${clock(leftMs)}`}
      </span>
      {totalMs === undefined ? null : (
        <span aria-hidden="true" className="block h-0.5 w-full bg-rule">
          <span
            className="block h-full origin-left bg-thread"
            style={{ transform: `scaleX(${Math.min(1, leftMs / totalMs).toFixed(4)})` }}
          />
        </span>
      )}
    </span>
  )
}
