'use client'

import type { BagView } from '@selvedge/core'
import { Button } from '@/components/button'
import { Link } from '@/components/link'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { Quantity } from '@/components/quantity'
import { LineHold } from './line-hold'
import { LinePromise } from './line-promise'
import { isPending } from './optimistic'
import type { useChangeBag } from './use-change-bag'

export type BagLineProps = {
  line: BagView['lines'][number]
  bag: BagView
  nowMs: number
  changes: ReturnType<typeof useChangeBag>
  onHoldEnd: () => void
  /** Following the link to the product closes the drawer. */
  onLeave: () => void
}

/** One line of the bag: what it is, how many, what it costs, and how long it is held. */
export const BagLine = ({ line, bag, nowMs, changes, onHoldEnd, onLeave }: BagLineProps) => {
  const pending = isPending(line)
  const what = `${line.title}, ${line.colour}, ${line.size}`
  // One can always go down; up only as far as policy and stock allow.
  const max = Math.max(line.quantity, Math.min(bag.maxUnitsPerSku, line.quantity + line.available))
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-4 border-b border-rule py-5 first:pt-0 @min-[34rem]:grid-cols-[9rem_1fr] @min-[34rem]:gap-6">
      <Link href={`/p/${line.slug}`} onClick={onLeave} tabIndex={-1} aria-hidden="true">
        <Picture imageKey={line.pictureKey} alt="" sizes="9rem" />
      </Link>
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="label-caps truncate text-soft">{line.brand}</p>
            <Link href={`/p/${line.slug}`} onClick={onLeave} className="block text-small font-medium hover:text-thread">
              {line.title}
            </Link>
            <p className="text-note text-soft">
              {line.colour}, {line.size}
            </p>
          </div>
          <Price
            nowMinor={line.totalMinor}
            {...(line.compareAtMinor === undefined ? {} : { wasMinor: line.compareAtMinor * line.quantity })}
            currency={bag.currency}
            className="flex-col items-end gap-0 text-small font-medium"
          />
        </div>
        {pending ? (
          <p role="status" className="cloth animate-weave px-3 py-2 text-note">
            Taking it off the rail for you
          </p>
        ) : (
          <LineHold
            line={line}
            policy={bag}
            nowMs={nowMs}
            busy={changes.busyLineId === line.lineId}
            onEnd={onHoldEnd}
            onExtend={() => void changes.extend(line)}
            onTakeAgain={() => void changes.takeAgain(line)}
          />
        )}
        <LinePromise line={line} />
        <div className="flex items-center justify-between gap-3">
          <Quantity
            what={what}
            value={line.quantity}
            max={max}
            disabled={pending || line.hold.state === 'ended'}
            onChange={(next) => void changes.setQuantity(line, next)}
          />
          <Button
            tone="bare"
            size="small"
            aria-disabled={pending}
            aria-label={`Remove ${what}`}
            onClick={() => void changes.remove(line)}
            className="min-h-touch px-1"
          >
            <span className="thread-hover">Remove</span>
          </Button>
        </div>
      </div>
    </li>
  )
}
