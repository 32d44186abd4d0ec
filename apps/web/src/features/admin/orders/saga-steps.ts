import type { AdminOrder, SagaStep } from '@selvedge/core'
import type { TimelineStep } from '@/components/timeline'
import { ENTRY_WORDS, reasonWords } from '../../orders/order-words'

const STEP_WORDS: Readonly<Record<SagaStep, string>> = {
  hold: 'Check the holds',
  authorise: 'Ask the bank',
  lookup: 'Wait for the bank',
  commit: 'Set the stock aside',
  retake: 'Take a lost hold again',
  promise: 'Bind to supply to come',
  capture: 'Take the money',
  confirm: 'Confirm',
  'undo-stock': 'Give the stock back',
  'undo-payment': 'Give the money back',
  done: 'Done',
}
const FORWARD: readonly SagaStep[] = ['hold', 'authorise', 'commit', 'capture', 'confirm']

/** The entry that says a forward step is done: what has one is not to come any more. */
const DONE_BY: Readonly<Partial<Record<SagaStep, string>>> = {
  hold: 'stock-held',
  authorise: 'payment-authorised',
  commit: 'stock-committed',
  capture: 'payment-captured',
  confirm: 'confirmed',
}

const isFailure = (type: string): boolean => /declined|timed-out|lost|failed|cancelled/.test(type)

/** Facts that stand elsewhere on the page, or are for machines. */
const UNSAID: ReadonlySet<string> = new Set(['amountMinor', 'refundMinor', 'parcelId', 'locationId'])

const factWords = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(facts)
    .filter(([name, value]) => !UNSAID.has(name) && typeof value !== 'object')
    .map(
      ([name, value]) =>
        `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${String(value).replaceAll('_', ' ')}`,
    )
    .join(', ')

export type SagaTimelineStep = Omit<TimelineStep, 'at'> & { readonly atMs?: number }

/** All that was recorded of an order, then the step its checkout stands at, then what is still to come. */
export const sagaSteps = ({
  timeline,
  saga,
  stateReason,
}: Pick<AdminOrder, 'timeline' | 'saga' | 'stateReason'>): SagaTimelineStep[] => {
  const past = timeline.map(({ seq, type, atMs, facts }, place): SagaTimelineStep => {
    const isLast = place === timeline.length - 1
    const note = [factWords(facts), isLast && isFailure(type) ? reasonWords(stateReason) : undefined]
      .filter(Boolean)
      .join('. ')
    return {
      id: String(seq),
      label: ENTRY_WORDS[type] ?? type.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
      atMs,
      state: isFailure(type) ? 'failed' : 'done',
      ...(note === '' ? {} : { note }),
    }
  })
  if (saga?.state !== 'running') return past
  const recorded = new Set(timeline.map(({ type }) => type))
  const tries = saga.attempts > 1 ? `try ${saga.attempts}` : undefined
  const ahead = FORWARD.slice(FORWARD.indexOf(saga.step) + 1).filter((step) => !recorded.has(DONE_BY[step] ?? ''))
  const isUndoing = saga.step.startsWith('undo')
  return [
    ...past,
    { id: 'now', label: STEP_WORDS[saga.step], state: 'current', ...(tries ? { note: tries } : {}) },
    ...(isUndoing ? [] : ahead.filter((step) => step !== saga.step)).map(
      (step): SagaTimelineStep => ({ id: step, label: STEP_WORDS[step], state: 'coming' }),
    ),
  ]
}
