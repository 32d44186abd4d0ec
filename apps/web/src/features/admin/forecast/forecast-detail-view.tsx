'use client'

import { addDays, type ForecastDetail } from '@selvedge/core'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { optionWords } from '../option-words'
import { ForecastChart } from './forecast-chart'
import { CLASS_WORDS, dayWords, METHOD_WORDS, unitsWords } from './forecast-words'

const factsOf = (detail: ForecastDetail): readonly (readonly [label: string, value: string])[] => [
  ['Free', `${detail.free}`],
  ['On its way or drafted', `${detail.incoming}`],
  ['Sold ahead', `${detail.promised}`],
  ['Days of cover', detail.daysOfCover === undefined ? '90+' : `${detail.daysOfCover}`],
  ['Runs out', detail.stockOutOn === undefined ? 'not in sight' : dayWords(detail.stockOutOn)],
  ['Reorder at', `${detail.reorderPoint}`],
  ['Order up to', `${detail.orderUpTo}`],
  ['Order now', `${detail.suggested}, in packs of ${detail.pack}`],
  [
    'Supplier',
    detail.supplier ? `${detail.supplier}, ${detail.leadDays} days` : `none named, ${detail.leadDays} days taken`,
  ],
  ['Wait for it', `${detail.waiting} asked, ${detail.unmet} tried: ${detail.interestUnits} more to order`],
  ['How it sells', CLASS_WORDS[detail.demandClass]],
  ['Forecast by', METHOD_WORDS[detail.method]],
]

/** One SKU: its past, its weeks ahead, and why so many should be ordered. */
export const ForecastDetailView = ({ first }: { first: ForecastDetail }) => {
  const {
    data: detail,
    isError,
    refetch,
  } = trpc.admin.forecast.detail.useQuery({ sku: first.sku }, { initialData: first })
  const isLive = useStaffTopic('forecast', () => void refetch())
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumbs steps={[{ label: 'Forecast', href: '/admin/forecast' }, { label: detail.sku }]} />
      <PageHead title={detail.title} note={`${optionWords(detail)} · ${detail.sku}`}>
        <LiveDot live={isLive && !isError} />
      </PageHead>
      <ForecastChart detail={detail} />
      <dl className="figures grid grid-cols-2 gap-px border border-rule bg-rule text-note md:grid-cols-4">
        {factsOf(detail).map(([label, value]) => (
          <div key={label} className="bg-raised p-3">
            <dt className="label-caps text-soft">{label}</dt>
            <dd className="text-small">{value}</dd>
          </div>
        ))}
      </dl>
      <Table caption="The weeks ahead">
        <TableHead>
          <tr>
            <TableHeading>Week of</TableHeading>
            <TableHeading numeric>Expected</TableHeading>
            <TableHeading numeric>80 % interval</TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {detail.weekly.map((units, nth) => (
            <TableRow key={nth}>
              <TableCell>{dayWords(addDays(detail.firstWeek, 7 * nth))}</TableCell>
              <TableCell numeric>{unitsWords(units)}</TableCell>
              <TableCell numeric>
                {detail.low[nth]} to {detail.high[nth]}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
