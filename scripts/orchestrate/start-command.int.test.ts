import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { inherited } from './env'
import { ROOT } from './root'

/** `npm start` with these settings, to its end. */
const start = async (settings: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...inherited(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, complained, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { said, complained: complained.trim().split('\n'), code }
}

test.each([
  [{ CACHE_DRIVER: 'nonsense' }, 'CACHE_DRIVER'],
  [{ DATABASE_URL: 'mysql://127.0.0.1/shop' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgresql://127.0.0.1:9/nobody' }, 'DATABASE_URL'],
  [{ HOLD_SWEEP_MS: 'often' }, 'HOLD_SWEEP_MS'],
])('npm start with %j names the variable in one message and begins nothing', async (settings, name) => {
  const { said, complained, code } = await start(settings)
  expect(code).toBe(1)
  expect(complained).toHaveLength(2)
  expect(complained[1]).toMatch(new RegExp(`^${name}: `))
  expect(said).not.toMatch(/Starting|Building/)
})

test('npm start with a size that is no number says so at once', async () => {
  const { said, complained, code } = await start({}, '--seed-size=abc')
  expect(code).toBe(1)
  expect(complained).toEqual(['--seed-size has to be a whole number of products; it is "abc".'])
  expect(said).not.toMatch(/Starting|Building/)
})
