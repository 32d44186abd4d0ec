'use client'

import type { StyleCost } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { formatMoney } from '@/components/format-money'
import { TextField } from '@/components/input'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { WriteCost } from './write-cost'

const LISTED = 100

/** Styles with what their makers are paid, what is left of the price, and a way to write it. */
export const CostList = ({ first }: { first: readonly StyleCost[] }) => {
  const [asked, setAsked] = useState({ find: '', isUntold: false })
  const [edited, setEdited] = useState<StyleCost>()
  const isFirst = asked.find === '' && !asked.isUntold
  const { data = [], refetch } = trpc.admin.costs.list.useQuery(asked, {
    ...(isFirst ? { initialData: [...first] } : {}),
    placeholderData: (before) => before,
  })
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setAsked({ find: String(form.get('find') ?? '').trim(), isUntold: form.get('untold') === 'on' })
  }
  return (
    <>
      <form aria-label="Find a style" onSubmit={search} className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <TextField label="Style or house" name="find" type="search" maxLength={80} className="w-72 max-w-full" />
        <Checkbox name="untold" label="Only those nobody has told" className="mb-1.5" />
        <Button type="submit" tone="quiet">
          Look
        </Button>
      </form>
      {data.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">No style is called that.</p>
      ) : (
        <Table caption="Styles and what they cost">
          <TableHead>
            <tr>
              <TableHeading>Style</TableHeading>
              <TableHeading>Maker</TableHeading>
              <TableHeading numeric>Sold from</TableHeading>
              <TableHeading numeric>Cost</TableHeading>
              <TableHeading numeric>Left of the price</TableHeading>
              <TableHeading>
                <span className="sr-only">Write its cost</span>
              </TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {data.map((style) => (
              <TableRow key={style.productId}>
                <TableCell>
                  <span className="font-medium">{style.title}</span>
                  <span className="block text-soft">{style.brand}</span>
                </TableCell>
                <TableCell className="text-soft">{style.maker ?? 'not known'}</TableCell>
                <TableCell numeric>{formatMoney(style.priceMinor, style.currency)}</TableCell>
                <TableCell numeric>
                  {style.costMinor === undefined ? 'not told' : formatMoney(style.costMinor, style.currency)}
                </TableCell>
                <TableCell numeric>
                  {style.margin === undefined ? '–' : `${(style.margin * 100).toFixed(0)} %`}
                </TableCell>
                <TableCell numeric>
                  <Button
                    tone="quiet"
                    size="small"
                    disabled={style.maker === undefined}
                    onClick={() => setEdited(style)}
                  >
                    Write
                    <span className="sr-only"> what {style.title} costs</span>
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {data.length === LISTED ? (
        <p className="text-note text-soft">The first {LISTED}; look for others by name.</p>
      ) : null}
      {edited ? (
        <WriteCost
          key={edited.productId}
          style={edited}
          onWritten={() => void refetch()}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  )
}
