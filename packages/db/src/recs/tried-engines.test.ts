import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ModelVersions } from '@selvedge/core'
import { createEngine, type PlacedNeighbours, type ServedModels } from '@selvedge/recs'
import { drawShop } from '@selvedge/recs/testing'
import { expect, test } from 'vitest'
import { createTriedEngines } from './tried-engines'
import type { TriedModels } from './tried-models'

const state = drawShop(40, 3)
const engine = createEngine({
  ...state,
  models: { ...state.models, versions: { ranker: 'usual', neighbours: 'usual' } },
})
const { table } = engine.state
const near: PlacedNeighbours = {
  from: new Int32Array(table.size + 1),
  places: new Int32Array(0),
  scores: new Float32Array(0),
}
const armOf = (modelVersions: ModelVersions, rankerVersion?: string) => ({ modelVersions, rankerVersion })

/** Engines over models of which a test says what laying each one comes to. */
const engines = (models: Readonly<Record<string, () => Partial<ServedModels>>>) => {
  const faults: unknown[] = []
  const laid: string[] = []
  const tried: Pick<TriedModels, 'ranker' | 'laid'> = {
    ranker: () => undefined,
    laid: (kind, version) => {
      const lay = models[`${kind} ${version}`]
      return (
        lay &&
        (() => {
          laid.push(version)
          return lay()
        })
      )
    },
  }
  return { ...createTriedEngines(tried, (fault) => faults.push(fault)), faults, laid }
}

test('a model that cannot be laid is told, keeps none of the others, and its arm is not taken for answered', async () => {
  const { lay, prepare, canAnswer, engineFor, faults } = engines({
    'neighbours broken': () => {
      throw new Error('places do not fit')
    },
    'neighbours tried': () => ({ neighbours: near }),
  })
  const [broken, tried] = [armOf({ neighbours: 'broken' }), armOf({ neighbours: 'tried' })]
  await lay(table, [broken, tried])
  prepare(engine, [broken, tried])
  expect(faults).toEqual([new Error('places do not fit')])
  expect(canAnswer(engine, broken)).toBe(false)
  expect(engineFor(engine, broken)).toBe(engine)
  expect(canAnswer(engine, tried)).toBe(true)
  const { models } = engineFor(engine, tried).state
  expect(models.neighbours).toBe(near)
  expect(models.versions.neighbours).toBe('tried')
})

test('an arm of several models is answered by all of them or as everybody is', async () => {
  const { lay, canAnswer, engineFor } = engines({ 'neighbours tried': () => ({ neighbours: near }) })
  const arms = [armOf({ neighbours: 'tried', factors: 'gone' }), armOf({ neighbours: 'tried' }, 'gone')]
  await lay(table, arms)
  for (const arm of arms) {
    expect(canAnswer(engine, arm)).toBe(false)
    expect(engineFor(engine, arm)).toBe(engine)
  }
  // What everybody is answered by needs nothing of its own.
  expect(canAnswer(engine, armOf({ neighbours: 'usual' }, 'usual'))).toBe(true)
})

test('a model is laid once over a table, however often levers move, and answers go on between two of them', async () => {
  const { lay, laid } = engines({
    'neighbours one': () => ({ neighbours: near }),
    'neighbours two': () => ({ neighbours: near }),
  })
  const arms = [armOf({ neighbours: 'one' }), armOf({ neighbours: 'two' })]
  const laidAtTurn: number[] = []
  const laying = lay(table, arms)
  for (let turn = 0; turn < 4; turn++) {
    laidAtTurn.push(laid.length)
    await nextTurn()
  }
  await laying
  // Never two in one turn.
  expect(laidAtTurn.every((count, turn) => count - (laidAtTurn[turn - 1] ?? 0) <= 1)).toBe(true)
  await lay(table, arms)
  expect(laid).toEqual(['one', 'two'])
  await lay(drawShop(40, 3).table, arms)
  expect(laid).toEqual(['one', 'two', 'one', 'two'])
})
