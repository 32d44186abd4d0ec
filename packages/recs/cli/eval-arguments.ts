import { parseArgs } from 'node:util'

export const FORMATS = ['user-items', 'sessions', 'ratings', 'fit', 'simulated'] as const
export const SPLITS = ['given', 'temporal', 'stratified', 'hash'] as const

export type EvalArguments = {
  /** The folder; the simulator needs none. */
  readonly dataset: string
  readonly format: (typeof FORMATS)[number]
  readonly split: (typeof SPLITS)[number]
  readonly k: number
  readonly seeds: readonly number[]
  readonly models: readonly string[] | undefined
  readonly validUsersMax: number
  /** For lists: `valid` is the given validation, `tail` the last fifth of every training list. */
  readonly chooseOn: 'valid' | 'tail'
}

export const EVAL_USAGE = `pnpm recs eval --dataset DIR --format ${FORMATS.join('|')} [--split ${SPLITS.join('|')}]
  [--k K] [--seeds 1,2,3] [--models ease,graph-filter] [--valid-users N] [--choose-on valid|tail]
  The folder stays where it is; docs/recs/evaluation.md says what each format expects in it.`

const DEFAULTS = {
  'user-items': { split: 'given', k: 20 },
  sessions: { split: 'given', k: 20 },
  ratings: { split: 'stratified', k: 10 },
  fit: { split: 'hash', k: 1 },
  simulated: { split: 'temporal', k: 10 },
} as const

/** Which splits make sense for a format: rows with a time can be split by it, lists only as they are given. */
const POSSIBLE: Readonly<Record<EvalArguments['format'], readonly EvalArguments['split'][]>> = {
  'user-items': ['given'],
  sessions: ['given'],
  ratings: ['stratified', 'temporal'],
  fit: ['hash'],
  simulated: ['temporal'],
}

/** The arguments of a run; one that makes no sense is a fault that says what would. */
export function parseEvalArguments(args: readonly string[]): EvalArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dataset: { type: 'string' },
      format: { type: 'string' },
      split: { type: 'string' },
      k: { type: 'string' },
      seeds: { type: 'string' },
      models: { type: 'string' },
      'valid-users': { type: 'string' },
      'choose-on': { type: 'string' },
    },
  })
  const format = oneOf(FORMATS, values.format, '--format')
  const split = oneOf(SPLITS, values.split ?? DEFAULTS[format].split, '--split')
  if (!POSSIBLE[format].includes(split)) {
    throw new Error(`--split ${split}: the format ${format} is split by ${POSSIBLE[format].join(' or ')}`)
  }
  if (!values.dataset && format !== 'simulated') throw new Error('--dataset: the folder of the data is missing')
  return {
    dataset: values.dataset ?? '',
    format,
    split,
    k: count(values.k, DEFAULTS[format].k, '--k'),
    seeds:
      values.seeds?.split(',').map((seed) => count(seed, 1, '--seeds')) ??
      (format === 'simulated' ? [1, 2, 3, 4, 5] : [1]),
    models: values.models?.split(','),
    validUsersMax: count(values['valid-users'], 3_000, '--valid-users'),
    chooseOn: oneOf(['valid', 'tail'], values['choose-on'] ?? 'valid', '--choose-on'),
  }
}

function oneOf<T extends string>(known: readonly T[], given: string | undefined, option: string): T {
  const found = known.find((one) => one === given)
  if (found === undefined) throw new Error(`${option} ${given ?? 'is missing'}: it is one of ${known.join(', ')}`)
  return found
}

function count(given: string | undefined, otherwise: number, option: string): number {
  if (given === undefined) return otherwise
  const value = Number(given)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`${option} ${given}: a whole number above zero is expected`)
  return value
}
