import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canClash } from './can-clash'
import { classNames, merge } from './class-names'

test('of two classes that set the same property the later wins', () => {
  expect(classNames('px-4 text-soft', 'p-0', 'text-ink')).toBe('p-0 text-ink')
  expect(classNames('text-note text-ink', undefined, false)).toBe('text-note text-ink')
  expect(classNames('inline-flex', 'lg:hidden')).toBe('inline-flex lg:hidden')
})

test('no two classes of the shop clash without being seen', () => {
  const source = join(import.meta.dirname, '..')
  // One of each shape: `mt-2` clashes with what `mt-4` clashes with. A class the framework knows is not kept twice.
  const shapes = new Map<string, string>()
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tsx') && !file.endsWith('-style.ts')) continue
    for (const [, text] of readFileSync(join(source, file), 'utf8').matchAll(/["'`]([^"'`\n]+)["'`]/g)) {
      for (const word of text?.split(/\s+/) ?? [])
        if (word !== '' && merge(`${word} ${word}`) === word) shapes.set(word.replace(/[\d./]+/g, '0'), word)
    }
  }
  const known = [...shapes.values()].filter((word) => !word.includes(':'))
  expect(known.length).toBeGreaterThan(100)
  const unseen: string[] = []
  for (const first of known) {
    for (const second of known) {
      if (first !== second && !canClash([first, second]) && merge(`${first} ${second}`) === second) {
        unseen.push(`${first} ${second}`)
      }
    }
  }
  expect(unseen).toEqual([])
})
