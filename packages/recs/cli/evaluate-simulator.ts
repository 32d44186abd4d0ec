import { evaluateSimulated, type SimulatedFigures } from '../src/evaluate/evaluate-simulated'
import type { EvalArguments } from './eval-arguments'
import type { EvalReport, Say } from './evaluate-folder'
import { rounded, seconds } from './timed-ranking'

/** The ranker on the simulated shop, over the seeds. Labelled as simulated: nothing of it is about real shoppers. */
export function evaluateSimulator({ k, seeds, split }: EvalArguments, say: Say): EvalReport {
  const start = performance.now()
  const runs = seeds.map((seed) => {
    const figures = evaluateSimulated({ seed, k })
    say(`seed ${seed}: ${JSON.stringify(rounded({ ...figures }))}`)
    return figures
  })
  const mean = (name: keyof SimulatedFigures) => runs.reduce((sum, run) => sum + run[name], 0) / runs.length
  const [sum, naive, learned] = [mean('sum_of_sources'), mean('without_position_bias_handling'), mean('learned')]
  return {
    eval: 'simulated',
    simulated: true,
    split,
    metrics: rounded({
      [`ndcg_at_${k}`]: learned,
      gain_over_sum_ratio: learned / sum - 1,
      gain_over_no_position_bias_handling_ratio: learned / naive - 1,
      examination_error: mean('examination_error'),
    }),
    baseline: rounded({ [`ndcg_at_${k}_sum_of_sources`]: sum, [`ndcg_at_${k}_no_position_bias_handling`]: naive }),
    chosen_on: 'nothing: the parameters are the defaults',
    model: 'boosted-trees',
    seeds,
    total_s: seconds(performance.now() - start),
  }
}
