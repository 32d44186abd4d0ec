import type { Jobs } from '../functions/durable-functions'
import { refreshPopularity } from '../functions/refresh-popularity'
import { trainModels } from '../functions/train-models'
import { createTurns } from '../threads/take-turns'
import type { TrainingPart } from './train-everything'

export type Trainings = Pick<Jobs, 'trainModels' | 'trainNeighbours' | 'refreshPopularity'>

/**
 * What works out for a while what shoppers want. Each reads all orders and fills a core and a heap of its own: the worker
 * has room for one at a time, whichever is due. One that does not end within `limitMs` is ended and fails, and the
 * scheduler asks for it again: it would keep all others for as long as the worker runs.
 */
export const createTrainings = (
  work: {
    train(part: TrainingPart, overdue: AbortSignal): Promise<number>
    refresh(): Promise<{ readonly moved: number; readonly told: number }>
  },
  limitMs: number,
): Trainings => {
  const inTurn = createTurns(limitMs)
  const training = (name: string, part: TrainingPart) => (): Promise<number> =>
    inTurn(name, (overdue) => work.train(part, overdue))
  return {
    trainModels: trainModels({ train: training('the training of all models', 'everything') }),
    trainNeighbours: trainModels({ train: training('the training of neighbours', 'neighbours') }),
    // A few statements of the worker's own pool, each with its own time limit.
    refreshPopularity: refreshPopularity({ refresh: () => inTurn('the count of what is wanted', work.refresh) }),
  }
}
