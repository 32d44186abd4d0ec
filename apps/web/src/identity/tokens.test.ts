import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast, type Oklch } from './contrast'

const source = path.join(import.meta.dirname, '..')
const tokens = readFileSync(path.join(source, 'app/tokens.css'), 'utf8')

const colour = (lightness: string, chroma: string, hue: string): Oklch => ({
  lightness: Number(lightness),
  chroma: Number(chroma),
  hue: Number(hue),
})

const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
const palette = new Map(
  [...tokens.matchAll(new RegExp(String.raw`--([a-z-]+): light-dark\(${OKLCH}, ${OKLCH}\)`, 'g'))].map(
    ([, name = '', l = '', c = '', h = '', nl = '', nc = '', nh = '']) => [
      name,
      { day: colour(l, c, h), night: colour(nl, nc, nh) },
    ],
  ),
)

const token = (name: string) => {
  const found = palette.get(name)
  if (!found) throw new Error(`no colour token --${name}`)
  return found
}

const GROUNDS = ['paper', 'raised']
const TEXTS = ['ink', 'soft', 'thread', 'kelp', 'weld']
const TEXT_PAIRS = [
  ...GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground] as const)),
  ['ink', 'sunk'],
  ['soft', 'sunk'],
  ['ink', 'wash'],
  ['paper', 'ink'],
  ['on-thread', 'thread'],
] as const

describe.each(['day', 'night'] as const)('by %s', (time) => {
  test.each(TEXT_PAIRS)('%s on %s can be read', (text, ground) => {
    expect(contrast(token(text)[time], token(ground)[time])).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['edge', 'paper'],
    ['edge', 'raised'],
    ['thread', 'paper'],
    ['thread', 'raised'],
  ])('%s on %s can be told apart as the border of a control', (line, ground) => {
    expect(contrast(token(line)[time], token(ground)[time])).toBeGreaterThanOrEqual(3)
  })
})

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(file)
    return /\.(tsx?|css)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [file] : []
  })

test('nothing of the framework’s own look is left: palette, type, radius, shadow', () => {
  expect(tokens).toMatch(/@theme \{\s*--\*: initial;/)

  const foreign = [
    /(?:bg|text|border|ring|fill|stroke|from|to|via|outline|decoration|shadow)-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|white|black)(?:-\d{2,3})?\b/,
    /\btext-(?:xs|sm|base|lg|xl|[2-9]xl)\b/,
    /\bfont-(?:sans|serif|mono|thin|light|normal|semibold|bold|black)\b/,
    /\brounded(?:-(?:xs|sm|md|lg|xl|[2-4]xl))?(?=[\s'"`])/,
    /\bshadow-(?:2xs|xs|sm|md|lg|xl|2xl)\b/,
    /\b(?:leading-(?:tight|snug|normal|relaxed|loose)|tracking-(?:tighter|wide|wider|widest))\b/,
  ]
  const found = filesBelow(source).flatMap((file) => {
    const strings = readFileSync(file, 'utf8').match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`|@apply[^;]*/g) ?? []
    return strings.flatMap((words) =>
      foreign.flatMap((look) => look.exec(words)?.[0] ?? []).map((word) => `${path.relative(source, file)}: ${word}`),
    )
  })
  expect(found).toEqual([])
})
