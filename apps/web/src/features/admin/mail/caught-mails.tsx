'use client'

import type { CaughtMail } from '@selvedge/core'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'

/** The mails of a shop without a mail server: nothing leaves the house, everything can be read here. */
export const CaughtMails = ({ mails: first }: { mails: readonly CaughtMail[] }) => {
  const { data: mails, isError, refetch } = trpc.admin.mail.caught.useQuery(undefined, { initialData: [...first] })
  const isLive = useStaffTopic('mail', () => void refetch())
  return (
    <div className="flex flex-col gap-8">
      <PageHead title="Mail" note="This shop has no mail server. What it would have sent is kept here, newest first.">
        <LiveDot live={isLive && !isError} />
      </PageHead>
      {mails.length === 0 ? (
        <p className="text-soft">No mail yet. Place an order, or move the day of a shipment that is sold ahead.</p>
      ) : (
        <Table caption="Mails, newest first">
          <TableHead>
            <tr>
              <TableHeading>When</TableHeading>
              <TableHeading>To</TableHeading>
              <TableHeading>What it says</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {mails.map(({ messageId, to, subject, body, atMs }) => (
              <TableRow key={messageId}>
                <TableCell className="text-soft">
                  <Moment at={new Date(atMs)} look="short" />
                </TableCell>
                <TableCell>{to}</TableCell>
                <TableCell>
                  <p className="font-medium">{subject}</p>
                  <p className="max-w-prose text-soft whitespace-pre-line break-words">{body}</p>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
