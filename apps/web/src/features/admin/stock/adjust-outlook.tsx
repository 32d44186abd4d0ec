import type { AdjustPlan, Figures } from './adjust-plan'

type Before = Figures & { readonly available: number }

const Step = ({ label, before, after }: { label: string; before: number; after: number }) => (
  <div className="flex flex-col">
    <dt className="label-caps text-soft">{label}</dt>
    <dd className="figures text-title">
      {before} <span aria-hidden="true">→</span>
      <span className="sr-only"> becomes </span>{' '}
      <span className={after === before ? undefined : 'text-thread'}>{after}</span>
    </dd>
  </div>
)

/** Before and after, and what else saving would bring about. */
export const AdjustOutlook = ({ level, plan }: { level: Before; plan: AdjustPlan }) => {
  const change = plan.kind === 'change' ? plan : undefined
  return (
    <div className="flex flex-col gap-2 border border-rule bg-paper p-3" aria-live="polite">
      <dl className="grid grid-cols-2 gap-3">
        <Step label="On hand" before={level.onHand} after={change?.onHandAfter ?? level.onHand} />
        <Step label="Available" before={level.available} after={change?.availableAfter ?? level.available} />
      </dl>
      {plan.kind === 'same' ? (
        <p className="text-note text-soft">That is what the books say: nothing to save.</p>
      ) : null}
      {change && change.found > 0 ? (
        <p className="text-note text-weld">
          The books never had {change.found} of these: the ledger says they were found first.
        </p>
      ) : null}
      {change && change.unbacked > 0 ? (
        <p className="text-note text-thread">
          {change.unbacked} promised {change.unbacked === 1 ? 'piece has' : 'pieces have'} nothing behind{' '}
          {change.unbacked === 1 ? 'it' : 'them'} then. The newest holds are released first; what orders are owed is
          marked short.
        </p>
      ) : null}
    </div>
  )
}
