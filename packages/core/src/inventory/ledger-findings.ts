import { STOCK_FIGURES } from './entry-effect'
import type { StockEvent } from './events'
import { evolve } from './evolve'
import { EMPTY_STOCK, type StockState } from './state'

/**
 * What can be wrong with the books. `versions`: a stream has a gap. `level`: a level is not its fold. `holds`: reserved
 * is not the sum of held reservations. `negative`: a figure was below zero at some version. `snapshot`: a kept state is
 * not the fold at its version. `conservation`: units of a SKU came from nowhere or went nowhere (rule 5). `cause`: entries
 * name a document that is not there.
 */
export const FINDING_KINDS = ['versions', 'level', 'holds', 'negative', 'snapshot', 'conservation', 'cause'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export type LedgerFinding = {
  readonly kind: FindingKind
  readonly recordId?: number
  readonly variantId?: number
  readonly what: string
}

const NEVER_NEGATIVE = [
  'onHand',
  'reserved',
  'allocated',
  'unavailable',
  'short',
  'safetyStock',
  'oversellCap',
] as const

/** Folds one stream entry by entry and notes what no stream may do. */
export class StreamAudit {
  state: StockState = EMPTY_STOCK
  private readonly wrong = new Map<string, LedgerFinding>()

  constructor(readonly recordId: number) {}

  add(version: number, entry: Pick<StockEvent, 'type' | 'quantity'>): void {
    if (version !== this.state.version + 1)
      this.note('versions', 'versions', `version ${version} follows ${this.state.version}`)
    this.state = { ...evolve(this.state, entry), version }
    for (const figure of NEVER_NEGATIVE) {
      if (this.state[figure] < 0)
        this.note(figure, 'negative', `${figure} is ${this.state[figure]} at version ${version}`)
    }
  }

  /** The stream's own faults, the first of each kind. */
  findings(): readonly LedgerFinding[] {
    return [...this.wrong.values()]
  }

  private note(key: string, kind: FindingKind, what: string): void {
    if (!this.wrong.has(key)) this.wrong.set(key, { kind, recordId: this.recordId, what })
  }
}

/** Figures in which a stored state is not the fold, in words; empty when they agree. */
export const differences = (stored: StockState, fold: StockState): readonly string[] =>
  (['version', ...STOCK_FIGURES] as const)
    .filter((figure) => stored[figure] !== fold[figure])
    .map((figure) => `${figure} is ${stored[figure]}, its ledger says ${fold[figure]}`)

/** A level against the fold of its stream and the units of its held reservations. */
export const compareLevel = (
  recordId: number,
  level: StockState | undefined,
  fold: StockState,
  heldUnits: number,
): readonly LedgerFinding[] => {
  if (!level) return [{ kind: 'level', recordId, what: `no level, its ledger has ${fold.version} entries` }]
  const holds: LedgerFinding = {
    kind: 'holds',
    recordId,
    what: `reserved is ${level.reserved}, its holds add up to ${heldUnits}`,
  }
  return [
    ...differences(level, fold).map((what): LedgerFinding => ({ kind: 'level', recordId, what })),
    ...(level.reserved === heldUnits ? [] : [holds]),
  ]
}
