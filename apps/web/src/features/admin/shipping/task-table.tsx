import type { ShippingTask, ShippingWorklist } from '@selvedge/core'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { Badge } from '@/components/badge'
import { classNames } from '@/components/class-names'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { age } from '../frame/age'
import { dueOf } from './due-words'

type Props = { worklist: Pick<ShippingWorklist, 'tasks' | 'today'>; nowMs: number }

/** What is to be sent, the oldest promise first. Up and down go from order to order. */
export const TaskTable = ({ worklist: { tasks, today }, nowMs }: Props) => (
  <Table caption="To be sent, the oldest promise first">
    <TableHead>
      <tr>
        <TableHeading>Leaves by</TableHeading>
        <TableHeading>Order</TableHeading>
        <TableHeading>Place</TableHeading>
        <TableHeading numeric>Pieces</TableHeading>
        <TableHeading>Stands</TableHeading>
        <TableHeading>Goes</TableHeading>
        <TableHeading>Buyer</TableHeading>
        <TableHeading numeric>Ordered</TableHeading>
      </tr>
    </TableHead>
    <tbody onKeyDown={moveBetweenOrders}>
      {tasks.map((task) => (
        <TaskRow key={`${task.orderId} ${task.locationId}`} task={task} today={today} nowMs={nowMs} />
      ))}
    </tbody>
  </Table>
)

const DUE_TONE = { late: 'font-medium text-thread', today: 'font-medium', later: 'text-soft' } as const

const TaskRow = ({ task, today, nowMs }: { task: ShippingTask; today: string; nowMs: number }) => {
  const due = dueOf(task.leavesBy, today)
  return (
    <TableRow className={classNames(due.tone === 'late' && 'shadow-[inset_3px_0_0_var(--thread)]')}>
      <TableCell>
        {formatDay(task.leavesBy)} <span className={DUE_TONE[due.tone]}>{due.words}</span>
      </TableCell>
      <TableCell>
        <Link
          href={`/admin/orders/${encodeURIComponent(task.number)}#fulfilment`}
          prefetch={false}
          data-order-link=""
          className="thread-link font-medium"
        >
          {task.number}
        </Link>
      </TableCell>
      <TableCell>{task.locationCode}</TableCell>
      <TableCell numeric>{task.toPick + task.picking + task.packed}</TableCell>
      <TableCell>
        <span className="flex gap-2">
          <Standing task={task} />
        </span>
      </TableCell>
      <TableCell>
        {task.shippingMethod === 'express' ? <Badge tone="ink">Express</Badge> : 'Standard'} to {task.country}
      </TableCell>
      <TableCell>{task.buyer}</TableCell>
      <TableCell numeric>{age(nowMs - task.placedAtMs)} ago</TableCell>
    </TableRow>
  )
}

/** Where the pieces are: on the shelf, with a picker, in a closed box; and that some have left before. */
const Standing = ({ task: { toPick, picking, packed, state } }: { task: ShippingTask }) => (
  <>
    {toPick > 0 ? <Badge>{picking + packed > 0 ? `${toPick} to pick` : 'To pick'}</Badge> : null}
    {picking > 0 ? <Badge tone="wait">Being picked</Badge> : null}
    {packed > 0 ? <Badge tone="good">Packed</Badge> : null}
    {state === 'part_shipped' ? <span className="self-center text-soft">a part has left</span> : null}
  </>
)

const moveBetweenOrders = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-order-link]')]
  const here = links.findIndex((link) => link.matches(':focus'))
  const next = here < 0 ? undefined : links[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
