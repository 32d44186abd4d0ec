/** Offline figures of models that say how much a judgement rests on; the others are shares. */
const COUNTS: ReadonlySet<string> = new Set(['people', 'steps', 'rows', 'asked'])
const LESS_IS_BETTER: ReadonlySet<string> = new Set(['ece'])
/** What a model is measured against is no figure of the model. */
const BESIDE: ReadonlySet<string> = new Set(['popular_ndcg_at_20', 'auc_by_judgement'])
/** Smaller differences are not seen in what is printed, and say nothing. */
const SEEN = 0.0005

export const isCountFigure = (name: string): boolean => COUNTS.has(name)
/** Whether two versions of a model are compared by a figure. */
export const isComparedFigure = (name: string): boolean => !COUNTS.has(name) && !BESIDE.has(name)
export const isLessBetter = (name: string): boolean => LESS_IS_BETTER.has(name)

type Figures = Readonly<Record<string, number>>
export type WorseFigure = { readonly figure: string; readonly own: number; readonly active: number }

/** The figures by which a version foretold less well than the one that answers; of what only one of them has, nothing is said. */
export const worseFigures = (own: Figures, active: Figures): readonly WorseFigure[] =>
  Object.entries(own).flatMap(([figure, value]) => {
    const before = active[figure]
    if (before === undefined || !isComparedFigure(figure)) return []
    const loss = isLessBetter(figure) ? value - before : before - value
    return loss > SEEN ? [{ figure, own: value, active: before }] : []
  })
