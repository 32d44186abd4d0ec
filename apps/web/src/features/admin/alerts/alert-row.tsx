import type { StaffAlert } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { Checkbox } from '@/components/choice'
import { Moment } from '../frame/moment'
import { KIND_WORDS, SEVERITY_WORDS } from './alert-words'

const TONES = { critical: 'thread', warning: 'wait', notice: 'plain' } as const

/** One alert with its reasons and the way to where it is mended. */
export const AlertRow = ({
  alert,
  isChosen,
  onChoose,
}: {
  alert: StaffAlert
  isChosen: boolean
  onChoose: ((isChosen: boolean) => void) | undefined
}) => (
  <li className="flex gap-3 border-b border-rule p-3 last:border-b-0">
    {onChoose ? (
      <Checkbox
        label={<span className="sr-only">Choose {alert.subject}</span>}
        checked={isChosen}
        onChange={({ target }) => onChoose(target.checked)}
        className="self-start"
      />
    ) : null}
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[alert.severity]}>{SEVERITY_WORDS[alert.severity]}</Badge>
        <span className="label-caps text-soft">{KIND_WORDS[alert.kind]}</span>
        <span className="figures ml-auto text-note text-soft">
          since <Moment at={alert.raisedAt} look="short" />
          {alert.times > 1 ? `, raised ${alert.times} times` : ''}
        </span>
      </p>
      <p className="text-small font-medium">
        <Link href={alert.link} prefetch={false} className="thread-link">
          {alert.subject}
        </Link>
      </p>
      <dl className="figures flex flex-wrap gap-x-4 gap-y-0.5 text-note">
        {alert.facts.map(({ label, value }) => (
          <div key={label} className="flex gap-1.5">
            <dt className="text-soft">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {alert.acknowledgedAt ? (
        <p className="text-note text-soft">
          Seen by {alert.acknowledgedBy}, <Moment at={alert.acknowledgedAt} look="short" />
          {alert.note ? `: “${alert.note}”` : ''}
        </p>
      ) : null}
      {alert.resolvedAt ? (
        <p className="text-note text-soft">
          Gone since <Moment at={alert.resolvedAt} look="short" />
        </p>
      ) : null}
    </div>
  </li>
)
