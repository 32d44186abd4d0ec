/** A line as people write or paste it: SKU, pieces, and for shipments `presale`. */
export type WrittenLine = { sku: string; units: number; presale: boolean }

export type ReadLines = { lines: WrittenLine[]; problem: string | undefined }

/** Reads lines of a sheet: SKU and pieces apart by tab, comma, semicolon or space. The first problem names its line. */
export const readLines = (text: string): ReadLines => {
  const lines: WrittenLine[] = []
  for (const [nth, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const [sku = '', units = '', flag] = written.trim().split(/[\t,; ]+/)
    if (!/^\d{1,6}$/.test(units) || Number(units) === 0)
      return { lines: [], problem: `Line ${nth + 1}: after the SKU comes a number of pieces` }
    lines.push({ sku, units: Number(units), presale: flag?.toLowerCase().startsWith('pre') ?? false })
  }
  return lines.length === 0 ? { lines, problem: 'At least one line' } : { lines, problem: undefined }
}
