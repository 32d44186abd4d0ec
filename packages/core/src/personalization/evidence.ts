import type { FitReason, Signal } from './signals'

/**
 * How much one signal says about taste, in views. The order (look < choose < keep < pay) is the usual one of implicit
 * feedback (Hu, Koren, Volinsky 2008 give confidence by it); the figures are ours and stand here alone.
 */
export function tasteWeight(signal: Signal): number {
  switch (signal.kind) {
    case 'view':
    case 'colour':
      return 1
    case 'click':
    case 'size':
      return 0.5
    case 'dwell':
      // A glance says nothing; a minute says as much as a second view.
      return signal.dwellMs < 5_000 ? 0 : Math.min(1, signal.dwellMs / 60_000)
    case 'add':
    case 'save':
      return 4
    case 'like':
    case 'dislike':
      return JUDGEMENT_WEIGHTS[signal.kind]
    case 'unjudge':
      return signal.takesBack ? -JUDGEMENT_WEIGHTS[signal.takesBack.says] : 0
    case 'notify':
      return 5
    case 'quiz':
      return signal.answer === 'yes' ? 4 : -3
    case 'purchase':
      return 8
    case 'remove':
    case 'unsave':
      return -2
    case 'return':
      return RETURN_WEIGHTS[signal.reason]
    default:
      return 0
  }
}

const JUDGEMENT_WEIGHTS = { like: 4, dislike: -5 } as const

// A piece that only did not fit was still liked.
const RETURN_WEIGHTS: Readonly<Record<FitReason, number>> = {
  'too-small': 0,
  'too-large': 0,
  late: 0,
  other: -2,
  'changed-mind': -4,
  quality: -4,
  'not-as-shown': -4,
}

/** One chosen facet value speaks for itself alone, so it weighs more than one of a piece's six attributes. */
export const FACET_WEIGHT = 2
