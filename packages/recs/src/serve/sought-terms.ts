import { GARMENT_WORDS } from '@selvedge/core'
import type { CatalogueTable } from './catalogue-table'

/** The terms of the catalogue that words of a shopper's own name, by code. */
export type SoughtTerms = (text: string) => readonly number[]

/** What people search by; a price is no word. */
const FACETS: ReadonlySet<string> = new Set(['category', 'style', 'material', 'colour', 'brand'])
/** A word that stands in more values than this ("knit", "wool" of many cloths) names none of them. */
const SHARED_MAX = 6
const REMEMBERED = 2_000

const known = new WeakMap<CatalogueTable, SoughtTerms>()

/** Made once per table, when somebody first searched. */
export function soughtTermsOf(table: CatalogueTable): SoughtTerms {
  const found = known.get(table) ?? remembered(createSoughtTerms(table))
  known.set(table, found)
  return found
}

type Named = { readonly code: number; readonly words: readonly string[] }

/** A term is named by all of its words; a word that none names whole, by the few terms it is part of. */
function createSoughtTerms({ vocabulary }: CatalogueTable): SoughtTerms {
  const named: Named[] = []
  const parts = new Map<string, number[]>()
  for (const [code, term] of vocabulary.values().entries()) {
    const cut = term.indexOf(':')
    if (!FACETS.has(term.slice(0, cut))) continue
    const value = term.slice(cut + 1)
    const words = wordsOf(value)
    named.push({ code, words })
    for (const word of words) parts.set(word, [...(parts.get(word) ?? []), code])
    if (term.startsWith('style:')) for (const other of alsoCalled(value)) named.push({ code, words: wordsOf(other) })
  }
  return (text) => {
    const said = new Set(wordsOf(text))
    const whole = named.filter(({ words }) => words.length > 0 && words.every((word) => said.has(word)))
    const covered = new Set(whole.flatMap(({ words }) => words))
    const partly = [...said].flatMap((word) => (covered.has(word) ? [] : few(parts.get(word))))
    return [...new Set([...whole.map(({ code }) => code), ...partly])]
  }
}

const alsoCalled = (garment: string): readonly string[] =>
  new Map<string, readonly string[]>(Object.entries(GARMENT_WORDS)).get(garment) ?? []
const few = (codes: readonly number[] = []): readonly number[] => (codes.length > SHARED_MAX ? [] : codes)

/** Lower case, without the plural. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/(ss|sh|ch|x)es$/, '$1').replace(/([^s])s$/, '$1'))

/** The same few words are looked up by every answer of a visit. */
function remembered(sought: SoughtTerms): SoughtTerms {
  const answers = new Map<string, readonly number[]>()
  return (text) => {
    const before = answers.get(text)
    if (before !== undefined) return before
    if (answers.size >= REMEMBERED) answers.clear()
    const found = sought(text)
    answers.set(text, found)
    return found
  }
}
