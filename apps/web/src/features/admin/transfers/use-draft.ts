import { useState } from 'react'

export type DraftLine = { readonly key: number; readonly sku: string; readonly quantity: string }

/** The lines of a transfer being written. A SKU entered again, as a scanner does, is one piece more of its line. */
export const useDraft = () => {
  const [lines, setLines] = useState<readonly DraftLine[]>([])
  const [nextKey, setNextKey] = useState(1)
  return {
    lines,
    add: (typed: string) => {
      const sku = typed.trim().toUpperCase()
      if (sku === '') return
      const known = lines.find((line) => line.sku === sku)
      if (known) {
        const quantity = String((Number(known.quantity) || 0) + 1)
        setLines(lines.map((line) => (line === known ? { ...line, quantity } : line)))
        return
      }
      setLines([...lines, { key: nextKey, sku, quantity: '1' }])
      setNextKey(nextKey + 1)
    },
    setQuantity: (key: number, quantity: string) =>
      setLines(lines.map((line) => (line.key === key ? { ...line, quantity } : line))),
    remove: (key: number) => setLines(lines.filter((line) => line.key !== key)),
  }
}
