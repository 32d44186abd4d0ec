'use client'

import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'
import { useStaffTopic } from '../frame/use-staff-topic'

/**
 * What may be promised of a SKU today and by each day on which more can leave, and what is overdue and may be promised for
 * no day; nothing while nothing is on its way.
 */
export const PromisableByDay = ({ sku }: { sku: string }) => {
  const { data, refetch } = trpc.admin.supply.promisable.useQuery({ sku })
  useStaffTopic(['stock', 'supply'], () => void refetch())
  if (data === undefined || (data.days.length < 2 && data.late === 0)) return null
  return (
    <section aria-labelledby="promisable" className="flex flex-col gap-2">
      <h2 id="promisable" className="label-caps text-soft">
        May be promised by
      </h2>
      <Table caption={`Units of ${sku} that may be promised, by day`}>
        <TableHead>
          <tr>
            <TableHeading>Place</TableHeading>
            {data.days.map((day, nth) => (
              <TableHeading key={day} numeric>
                {nth === 0 ? 'Today' : formatDay(day)}
              </TableHeading>
            ))}
            {data.late > 0 ? <TableHeading numeric>Late, no day</TableHeading> : null}
          </tr>
        </TableHead>
        <tbody>
          {data.places.map(({ location, units, late }) => (
            <TableRow key={location}>
              <TableCell>{location}</TableCell>
              {units.map((count, nth) => (
                <TableCell key={data.days[nth]} numeric>
                  {count}
                </TableCell>
              ))}
              {data.late > 0 ? <TableCell numeric>{late}</TableCell> : null}
            </TableRow>
          ))}
          <TableRow className="font-medium">
            <TableCell>Over all</TableCell>
            {data.overall.map((count, nth) => (
              <TableCell key={data.days[nth]} numeric>
                {count}
              </TableCell>
            ))}
            {data.late > 0 ? <TableCell numeric>{data.late}</TableCell> : null}
          </TableRow>
        </tbody>
      </Table>
      {data.lateSince ? (
        <p className="text-note text-soft">
          Was to leave from {formatDay(data.lateSince)}. Give its shipment a new day, and it may be promised for that.
        </p>
      ) : null}
    </section>
  )
}
