import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { faults } from './faults'
import { readHouse } from './read-house'

const roots: string[] = []

/** A small house in order, with the given files laid into it. */
const houseWith = (files: Record<string, string>) => {
  const root = mkdtempSync(join(tmpdir(), 'selvedge-house-'))
  roots.push(root)
  const manifest = (name: string, dependencies: string[] = []) =>
    JSON.stringify({
      name: `@selvedge/${name}`,
      exports: { '.': './src/index.ts' },
      dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '1'])),
      devDependencies: { vitest: '1', '@selvedge/stack': '1' },
    })
  const house: Record<string, string> = {
    'packages/core/package.json': manifest('core', ['zod']),
    'packages/core/src/index.ts': "import { z } from 'zod'\nexport const s = z.string()\n",
    'packages/db/package.json': manifest('db', ['@selvedge/core', 'pg']),
    'packages/db/src/index.ts': "export type { s } from '@selvedge/core'\n",
    'packages/db/src/env.ts': 'export const url = process.env.DATABASE_URL\n',
    'apps/worker/package.json': manifest('worker', ['@selvedge/core', '@selvedge/db', '@selvedge/api']),
    ...files,
  }
  for (const [path, text] of Object.entries(house)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return faults(readHouse(root))
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

describe('every rule of the house fires when somebody breaks it', () => {
  test('a house in order has no faults', () => {
    expect(houseWith({ 'packages/db/src/a.int.test.ts': "import '@selvedge/stack'\nimport 'vitest'\n" })).toEqual([])
  })

  test.each([
    ['an arrow outward', 'packages/core/src/a.ts', "import '@selvedge/db'", 'the arrow from core to db'],
    [
      'the same by type only',
      'packages/core/src/a.ts',
      "type A = import('@selvedge/db').A",
      'the arrow from core to db',
    ],
    ['the worker using the api', 'apps/worker/src/a.ts', "import '@selvedge/api'", 'the arrow from worker to api'],
    ['production code on the test engines', 'packages/db/src/a.ts', "import '@selvedge/stack'", 'from db to stack'],
    ['an engine in the domain', 'packages/core/src/a.ts', "import 'pg'", 'core may take only zod'],
    ['a file read in the domain', 'packages/core/src/a.ts', "import 'node:fs'", 'core does no I/O'],
    ['an undeclared package', 'packages/db/src/a.ts', "await import('lodash/get')", 'imports lodash, which'],
    ['a package for tests only', 'packages/db/src/a.ts', "import 'vitest'", 'does not declare for production'],
    ['a reach into another room', 'packages/db/src/a.ts', "import '@selvedge/core/src/a'", 'reaches into another room'],
    ['a relative reach', 'packages/db/src/a.ts', "export * from '../../core/src/a'", 'reaches out of its room'],
    ['the environment elsewhere', 'packages/db/src/a.ts', 'export const a = process.env.A', 'process.env outside'],
    ['the environment by another spelling', 'packages/db/src/a.ts', "process['env']", 'process.env outside'],
    ['a name that says nothing', 'packages/db/src/utils/a.ts', 'export {}', '"utils" says nothing'],
    ['a barrel', 'packages/db/src/orders/index.ts', 'export {}', 'is a barrel'],
  ])('%s', (_what, path, text, expected) => {
    expect(houseWith({ [path]: `${text}\n` }).join('\n')).toContain(expected)
  })

  test('two rooms in a circle', () => {
    const circle = houseWith({ 'packages/core/src/a.ts': "import '@selvedge/db'\n" })
    expect(circle).toContainEqual(expect.stringContaining('rooms in a circle'))
  })

  const circle = (second: string) =>
    houseWith({
      'packages/db/src/a.ts': "import { b } from './b'\nexport const a = () => b\n",
      'packages/db/src/b.ts': "export * from './orders/c'\nexport const b = 1\n",
      'packages/db/src/orders/c.ts': second,
    })

  test('three files of a room in a circle, by whatever import is loaded with them', () => {
    const found = ['packages/db: files in a circle: src/a.ts -> src/b.ts -> src/orders/c.ts -> src/a.ts']
    expect(circle("import { a } from '../a'\nexport const c = () => a\n")).toEqual(found)
    expect(circle("export { a } from '../a.ts'\n")).toEqual(found)
    expect(circle("import '@/a'\n")).toEqual(found)
    // The import itself stays where only its names are marked.
    expect(circle("import { type a } from '../a'\nexport type C = typeof a\n")).toEqual(found)
  })

  test('what is imported by type, or when it is asked for, closes no circle', () => {
    expect(circle("import type { a } from '../a'\nexport type C = typeof a\n")).toEqual([])
    expect(circle("export type { a } from '../a'\n")).toEqual([])
    expect(circle("export const c = async () => (await import('../a')).a\n")).toEqual([])
  })

  test('the word in a comment or in a text is no fault', () => {
    expect(houseWith({ 'packages/db/src/a.ts': "// process.env\nexport const a = 'process.env'\n" })).toEqual([])
  })
})
