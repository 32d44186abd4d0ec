import { isComparedFigure, isCountFigure, isLessBetter, type ModelVersion } from '@selvedge/core'
import { classNames } from '@/components/class-names'

type Figures = ModelVersion['metrics']

const WORDS: Readonly<Record<string, string>> = {
  ndcg_at_20: 'NDCG of 20',
  recall_at_20: 'Recall of 20',
  popular_ndcg_at_20: 'NDCG of best sellers',
  hr_at_20: 'Next piece in 20',
  hr_at_10: 'Other piece in 10',
  mrr_at_20: 'MRR of 20',
  auc: 'AUC',
  auc_by_judgement: 'AUC by judgement',
  auc_macro: 'AUC, mean of outcomes',
  ece: 'Calibration error',
  people: 'People',
  steps: 'Steps',
  rows: 'Pieces',
  asked: 'Pieces asked',
}
export const figureWords = (name: string): string => WORDS[name] ?? name

/** What a version foretold of the newest part of its data, beside the version that answers. */
export const OfflineFigures = ({ own, active }: { own: Figures; active: Figures | undefined }) => {
  const names = Object.keys(own)
  if (names.length === 0) return '–'
  return (
    <dl className="grid min-w-56 grid-cols-[1fr_auto_auto] gap-x-3">
      {names.map((name) => {
        const [value, before] = [own[name] ?? 0, active?.[name]]
        return (
          <div key={name} className="contents">
            <dt>{figureWords(name)}</dt>
            <dd className="text-right tabular-nums">
              {isCountFigure(name) ? value.toLocaleString('en') : value.toFixed(3)}
            </dd>
            <dd className="text-right tabular-nums">
              {before === undefined || !isComparedFigure(name) ? null : (
                <Difference by={value - before} isLess={isLessBetter(name)} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const Difference = ({ by, isLess }: { by: number; isLess: boolean }) => {
  const shown = by.toFixed(3)
  if (Number(shown) === 0) return <span>±0</span>
  const isBetter = by > 0 !== isLess
  return (
    <span className={classNames(isBetter ? 'text-kelp' : 'text-thread')}>
      {by > 0 ? '+' : '−'}
      {shown.replace('-', '')}
      <span className="sr-only">{isBetter ? ', better' : ', worse'} than the active version</span>
    </span>
  )
}
