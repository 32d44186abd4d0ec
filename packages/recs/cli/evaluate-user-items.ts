import { alignedMatrices, parseUserItems } from '../src/datasets/user-items'
import { contendersFor } from '../src/evaluate/contenders'
import { stratifiedSplit, tailSplit } from '../src/evaluate/splits'
import type { Interaction, Interactions } from '../src/interactions/interactions'
import { seededRandom } from '../src/random'
import type { EvalArguments } from './eval-arguments'
import type { EvalReport, Say } from './evaluate-folder'
import { hasFile, nameOfDataset, readDatasetFile } from './read-dataset'
import { timedRanking } from './timed-ranking'

/** `train.txt`, `valid.txt` (optional: else a tenth of each user's train is held out for choosing) and `test.txt`. */
export function evaluateUserItems(args: EvalArguments, say: Say): EvalReport {
  const { dataset, k, seeds, models, validUsersMax, split } = args
  const read = (name: string): readonly Interaction[] => parseUserItems(readDatasetFile(dataset, name))
  const [seed = 1] = seeds
  const { train, valid } = partsToChooseOn(args, read, seed)
  const parts = rankingParts(train, valid, read('test.txt'))
  say(
    `${parts.known.userCount} users, ${parts.known.itemCount} items, ${parts.known.items.length} known, ${parts.test.items.length} held out`,
  )
  const contenders = contendersFor(parts.train, models)
  const found = timedRanking(parts, { contenders, k, seed, validUsersMax }, say)
  return { eval: nameOfDataset(dataset), split, ...found, chosen_on: args.chooseOn }
}

/** The matrices of three lists, aligned. */
export function rankingParts(
  train: readonly Interaction[],
  valid: readonly Interaction[],
  test: readonly Interaction[],
) {
  const [one, two, known, held] = alignedMatrices([train, valid, [...train, ...valid], test])
  return { train: present(one), valid: present(two), known: present(known), test: present(held) }
}

/** What is trained on and what is chosen on; together they are everything but the test. */
function partsToChooseOn(
  { dataset, chooseOn }: EvalArguments,
  read: (name: string) => readonly Interaction[],
  seed: number,
) {
  const train = read('train.txt')
  const isGiven = hasFile(dataset, 'valid.txt')
  if (chooseOn === 'tail') {
    const { train: head, heldOut } = tailSplit(train, 0.8)
    return { train: isGiven ? [...head, ...read('valid.txt')] : head, valid: heldOut }
  }
  return isGiven ? { train, valid: read('valid.txt') } : heldOutTenth(train, seed)
}

const heldOutTenth = (rows: readonly Interaction[], seed: number) => {
  const { train, heldOut } = stratifiedSplit(rows, 0.9, seededRandom(seed))
  return { train, valid: heldOut }
}

function present(matrix: Interactions | undefined): Interactions {
  if (!matrix) throw new RangeError('a part of the data set is missing')
  return matrix
}
