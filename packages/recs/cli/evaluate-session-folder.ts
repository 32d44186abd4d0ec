import { parseSessions } from '../src/datasets/sessions'
import { evaluateSessions } from '../src/evaluate/evaluate-sessions'
import type { EvalArguments } from './eval-arguments'
import type { EvalReport, Say } from './evaluate-folder'
import { nameOfDataset, readDatasetFile } from './read-dataset'
import { rounded, seconds } from './timed-ranking'

/** `train.txt`, `valid.txt` and `test.txt` of clicks. */
export function evaluateSessionFolder({ dataset, k, seeds, split }: EvalArguments, say: Say): EvalReport {
  const [train, valid, test] = ['train.txt', 'valid.txt', 'test.txt'].map((name) =>
    parseSessions(readDatasetFile(dataset, name)),
  )
  if (!train || !valid || !test) throw new RangeError('a part of the data set is missing')
  say(`${train.length} sessions to learn from, ${valid.length} to choose on, ${test.length} to test`)
  const start = performance.now()
  const found = evaluateSessions({ train, valid, test }, { k, seed: seeds[0] ?? 1 })
  const best = found.trials.reduce((one, other) => (other.mrr > one.mrr ? other : one))
  return {
    eval: nameOfDataset(dataset),
    split,
    metrics: rounded(found.metrics),
    intervals: found.intervals,
    steps: found.steps,
    chosen_on: 'valid',
    model: 'vmis-knn',
    parameters: found.parameters,
    valid: { hr: best.hr, mrr: best.mrr, trials: found.trials.length },
    exclusion: 'the item on the screen is not answered',
    total_s: seconds(performance.now() - start),
  }
}
