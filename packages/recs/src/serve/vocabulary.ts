/** Texts by small whole numbers, in the order they were first met. */
export type Vocabulary = {
  /** The code of a text, given one when it has none. */
  code(text: string): number
  /** The code of a known text; -1 for another. */
  find(text: string): number
  text(code: number): string
  values(): readonly string[]
  readonly size: number
}

export function createVocabulary(): Vocabulary {
  const codes = new Map<string, number>()
  const texts: string[] = []
  return {
    code: (text) => {
      const known = codes.get(text)
      if (known !== undefined) return known
      codes.set(text, texts.length)
      texts.push(text)
      return texts.length - 1
    },
    find: (text) => codes.get(text) ?? -1,
    text: (code) => texts[code] ?? '',
    values: () => texts,
    get size() {
      return texts.length
    },
  }
}
