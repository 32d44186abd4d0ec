import { type ProductDetail, SIZE_SYSTEM_LABELS, sizeByCode } from '@selvedge/core'

/** The sizes of a product beside what they are called elsewhere. Nothing where no other name is usual. */
export const SizeTable = ({ sizes }: { sizes: ProductDetail['sizes'] }) => {
  const rows = [...sizes].sort((a, b) => a.order - b.order).flatMap(({ value }) => sizeByCode(value) ?? [])
  const systems = [...new Set(rows.flatMap(({ equivalents }) => Object.keys(equivalents)))]
  const [first] = rows
  if (!first || systems.length === 0) return null
  return (
    <table className="figures w-full text-left">
      <caption className="sr-only">Sizes and what they are called elsewhere</caption>
      <thead>
        <tr className="border-b border-rule">
          <th scope="col" className="py-1.5 font-medium text-ink">
            {SIZE_SYSTEM_LABELS[first.system]}
          </th>
          {systems.map((system) => (
            <th key={system} scope="col" className="py-1.5 font-medium text-ink">
              {system}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, label, equivalents }) => (
          <tr key={code} className="border-b border-rule last:border-0">
            <th scope="row" className="py-1.5 font-regular text-ink">
              {label}
            </th>
            {systems.map((system) => (
              <td key={system} className="py-1.5">
                {equivalents[system] ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether there is anything to tell about these sizes. */
export const hasSizeTable = (sizes: ProductDetail['sizes']): boolean =>
  sizes.some(({ value }) => Object.keys(sizeByCode(value)?.equivalents ?? {}).length > 0)
