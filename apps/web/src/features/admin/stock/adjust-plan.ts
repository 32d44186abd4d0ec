import type { StockState } from '@selvedge/core'

export const DELTA_MAX = 100_000

export type Figures = Pick<
  StockState,
  'onHand' | 'reserved' | 'allocated' | 'unavailable' | 'short' | 'oversellCap' | 'safetyStock'
>

/** `change` is how many more or fewer there are, `counted` how many a person found on the shelf. */
export type AdjustMode = 'change' | 'counted'

export type AdjustPlan =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly words: string }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'change'
      readonly delta: number
      readonly onHandAfter: number
      readonly availableAfter: number
      /** Units the books never had: a Found entry comes first. */
      readonly found: number
      /** Promised units that would have nothing behind them: newest holds give way, the rest is marked short. */
      readonly unbacked: number
    }

const WHOLE = /^[+\-−]?\d{1,9}$/

/** What saving would do, before it is done, by the same arithmetic as the rule that will decide it. */
export const planAdjustment = (level: Figures, mode: AdjustMode, typed: string): AdjustPlan => {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  if (!WHOLE.test(text)) return { kind: 'wrong', words: 'Whole pieces only, for example 12 or −2.' }
  const figure = Number(text.replace('−', '-'))
  if (mode === 'counted' && figure < 0) return { kind: 'wrong', words: 'A count cannot be below 0.' }
  const delta = mode === 'counted' ? figure - level.onHand : figure
  if (Math.abs(delta) > DELTA_MAX) return { kind: 'wrong', words: `At most ${DELTA_MAX.toLocaleString('en')} at once.` }
  if (delta === 0) return { kind: 'same' }
  const onHandAfter = Math.max(0, level.onHand + delta)
  const promised = level.reserved + level.allocated
  return {
    kind: 'change',
    delta,
    onHandAfter,
    availableAfter: Math.max(0, onHandAfter - promised - level.unavailable - level.safetyStock),
    found: Math.max(0, -(level.onHand + delta)),
    unbacked: Math.max(0, promised - (onHandAfter - level.unavailable + level.oversellCap + level.short)),
  }
}
