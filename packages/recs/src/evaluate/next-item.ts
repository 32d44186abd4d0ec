import type { ClickSession } from '../datasets/sessions'
import type { CandidateSource } from '../models/source'
import type { Random } from '../random'
import { bootstrapInterval } from './bootstrap'
import { listMetrics } from './metrics'

export type NextItemSummary = {
  readonly steps: number
  readonly metrics: Readonly<Record<string, number>>
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
}

/**
 * Next-item prediction at every step of every session: the prefix is shown, the next click is the one relevant item,
 * the whole catalogue may be answered. The rule, fixed before anything was measured: the item on the screen (the last
 * of the prefix) is never answered, every other item of the prefix may be; a click on the same item again counts as a
 * miss. Every step counts the same.
 */
export function predictNextItems(
  source: CandidateSource,
  sessions: readonly ClickSession[],
  { k, random }: { readonly k: number; readonly random: Random },
): NextItemSummary {
  const columns: Record<'hr' | 'mrr' | 'ndcg', number[]> = { hr: [], mrr: [], ndcg: [] }
  const answered = new Set<number>()
  for (const { itemIds } of sessions) {
    for (let step = 1; step < itemIds.length; step++) {
      const { itemIds: list } = source.retrieve({ session: itemIds.slice(0, step), past: [] }, k)
      for (const itemId of list) answered.add(itemId)
      const { hr, mrr, ndcg } = listMetrics(list, new Set([itemIds[step] ?? -1]), k)
      columns.hr.push(hr)
      columns.mrr.push(mrr)
      columns.ndcg.push(ndcg)
    }
  }
  const interval = (name: 'hr' | 'mrr'): readonly [number, number] => {
    const { low, high } = bootstrapInterval(Float64Array.from(columns[name]), random)
    return [low, high]
  }
  return {
    steps: columns.hr.length,
    metrics: {
      [`hr_at_${k}`]: mean(columns.hr),
      [`mrr_at_${k}`]: mean(columns.mrr),
      [`ndcg_at_${k}`]: mean(columns.ndcg),
      [`items_answered_at_${k}`]: answered.size,
    },
    intervals: { [`hr_at_${k}`]: interval('hr'), [`mrr_at_${k}`]: interval('mrr') },
  }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
