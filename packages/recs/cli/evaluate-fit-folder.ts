import { parseFitRecords } from '../src/datasets/fit-records'
import { evaluateFit } from '../src/evaluate/evaluate-fit'
import type { EvalArguments } from './eval-arguments'
import type { EvalReport, Say } from './evaluate-folder'
import { nameOfDataset, readDatasetFile } from './read-dataset'
import { rounded, seconds } from './timed-ranking'

/** `fit.jsonl`, split by the committed rule. */
export function evaluateFitFolder({ dataset, seeds, split }: EvalArguments, say: Say): EvalReport {
  const records = parseFitRecords(readDatasetFile(dataset, 'fit.jsonl'))
  say(`${records.length} pieces worn`)
  const start = performance.now()
  let [began, ended] = [0, 0]
  const found = evaluateFit(records, {
    seed: seeds[0] ?? 1,
    onFinal: (moment) => {
      if (moment === 'training') began = performance.now()
      else ended = performance.now()
    },
  })
  return {
    eval: nameOfDataset(dataset),
    split: `${split} (shopper|item|size, 80/10/10)`,
    metrics: rounded(found.test),
    warm: rounded(found.warm),
    cold: rounded(found.cold),
    chosen_on: 'valid',
    valid: rounded(found.valid),
    model: 'fit-logistic',
    train_s: seconds(ended - began),
    total_s: seconds(performance.now() - start),
  }
}
