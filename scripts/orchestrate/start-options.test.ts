import { expect, test } from 'vitest'
import { parseStartOptions } from './start-options'

test('npm start understands its options', () => {
  expect(parseStartOptions(['--fresh', '--seed-size', '50'])).toMatchObject({
    isFresh: true,
    seedSize: 50,
    name: 'main',
  })
  expect(parseStartOptions([])).toMatchObject({ isFresh: false, seedSize: undefined })
})

test.each([[['--frehs']], [['--seed-size', 'many']], [['--seed-size', '0']], [['--name', '../main']], [['shop']]])(
  'npm start refuses %j with one clear message',
  (args) => {
    expect(() => parseStartOptions(args)).toThrow(/Usage|--(seed-size|name) has to be/)
  },
)
