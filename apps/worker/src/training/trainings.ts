import type { Jobs } from '../functions/durable-functions'
import { refreshPopularity } from '../functions/refresh-popularity'
import { trainModels } from '../functions/train-models'
import { createTurns } from './take-turns'
import type { TrainingPart } from './train-everything'

export type Trainings = Pick<Jobs, 'trainModels' | 'trainNeighbours' | 'refreshPopularity'>

/**
 * What works out for a while what shoppers want. Each reads all orders and fills a core and a heap of its own: the worker
 * has room for one at a time, whichever is due.
 */
export const createTrainings = (work: {
  train(part: TrainingPart): Promise<number>
  refresh(): Promise<{ readonly moved: number; readonly told: number }>
}): Trainings => {
  const inTurn = createTurns()
  return {
    trainModels: trainModels({ train: () => inTurn(() => work.train('everything')) }),
    trainNeighbours: trainModels({ train: () => inTurn(() => work.train('neighbours')) }),
    refreshPopularity: refreshPopularity({ refresh: () => inTurn(work.refresh) }),
  }
}
