import { classNames } from './class-names'

/** Says whether what one sees is live; words beside the dot, never colour alone. */
export const LiveDot = ({ live, label }: { live: boolean; label?: string }) => (
  <span className={classNames('inline-flex items-center gap-2 text-note', live ? 'text-kelp' : 'text-soft')}>
    <span aria-hidden="true" className="relative inline-flex size-2">
      {live ? <span className="absolute inset-0 animate-pulse-out rounded-full bg-current" /> : null}
      <span className={classNames('relative size-2 rounded-full', live ? 'bg-current' : 'border border-current')} />
    </span>
    {label ?? (live ? 'Live' : 'Not live, reconnecting')}
  </span>
)
