import { expect, test } from 'vitest'
import { worseFigures } from './model-figures'

test('a version is worse by what it foretold less well: shares down, errors up, and by nothing else', () => {
  const active = { ndcg_at_20: 0.4, ece: 0.02, people: 900, popular_ndcg_at_20: 0.3, auc: 0.7 }
  const own = { ndcg_at_20: 0.38, ece: 0.05, people: 10, popular_ndcg_at_20: 0.1, auc: 0.7, recall_at_20: 0.1 }
  expect(worseFigures(own, active)).toEqual([
    { figure: 'ndcg_at_20', own: 0.38, active: 0.4 },
    { figure: 'ece', own: 0.05, active: 0.02 },
  ])
  expect(worseFigures(active, own)).toEqual([])
  expect(worseFigures({}, active)).toEqual([])
})
