const LINES_MAX = 20
const UNITS_MAX = 1_000

/** Lines as typed or pasted: `SKU` or `SKU 3` (space, comma, semicolon or tab between). Undefined when one does not read. */
export const readDemand = (typed: string): { sku: string; units: number }[] | undefined => {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0 || lines.length > LINES_MAX) return undefined
  const read = lines.map((line) => {
    const [, sku, units] = /^(\S+?)(?:[\s,;]+(\d{1,4}))?$/.exec(line) ?? []
    return sku === undefined ? undefined : { sku, units: units === undefined ? 1 : Number(units) }
  })
  const demand = read.filter((line) => line !== undefined)
  const isWhole = demand.length === lines.length && demand.every(({ units }) => units >= 1 && units <= UNITS_MAX)
  return isWhole ? demand : undefined
}
