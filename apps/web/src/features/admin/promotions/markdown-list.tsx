'use client'

import type { MarkdownView } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { conditionWords, plannedMoment } from './markdown-words'
import { PlanDialog } from './plan-dialog'

const TONES = { live: 'good', scheduled: 'wait', ended: 'plain' } as const

/** Every markdown with what it reaches now; planning one and ending one. */
export const MarkdownList = ({
  first,
  collections,
}: {
  first: MarkdownView[]
  collections: { slug: string; title: string }[]
}) => {
  const [isPlanning, setPlanning] = useState(false)
  const markdowns = trpc.admin.promotions.list.useQuery(undefined, { initialData: first })
  const isLive = useStaffTopic('markdown', () => void markdowns.refetch())
  const end = trpc.admin.promotions.end.useMutation({
    onSuccess: ({ name }) => {
      toast(`${name} has ended; its prices go back`)
      void markdowns.refetch()
    },
    onError: (error) => {
      const { title, detail } = errorWords(error)
      toast(detail ? `${title}. ${detail}` : title)
    },
  })
  const live = markdowns.data.filter(({ state }) => state === 'live').length
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Markdowns" note={`${live} live, ${markdowns.data.length} in all`}>
        <LiveDot live={isLive && !markdowns.isError} />
        <Button onClick={() => setPlanning(true)}>Plan a markdown</Button>
      </PageHead>
      {markdowns.data.length === 0 ? (
        <p className="max-w-prose text-small text-soft">
          Nothing is marked down and nothing is planned. A markdown takes a share off the prices of one piece or a whole
          collection between two moments, and can wait for stock to age.
        </p>
      ) : (
        <Table caption="Markdowns">
          <TableHead>
            <tr>
              <TableHeading>State</TableHeading>
              <TableHeading>Name</TableHeading>
              <TableHeading>Reaches</TableHeading>
              <TableHeading numeric>Off</TableHeading>
              <TableHeading>From</TableHeading>
              <TableHeading>Until</TableHeading>
              <TableHeading numeric>Pieces marked</TableHeading>
              <TableHeading>
                <span className="sr-only">Actions</span>
              </TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {markdowns.data.map((markdown) => (
              <MarkdownRow
                key={markdown.id}
                markdown={markdown}
                isEnding={end.isPending && end.variables.id === markdown.id}
                onEnd={() => end.mutate({ id: markdown.id })}
              />
            ))}
          </tbody>
        </Table>
      )}
      {isPlanning ? (
        <PlanDialog
          collections={collections}
          onClose={() => setPlanning(false)}
          onPlanned={({ name }) => {
            toast(`${name} is planned`)
            void markdowns.refetch()
          }}
        />
      ) : null}
    </div>
  )
}

const MarkdownRow = ({
  markdown,
  isEnding,
  onEnd,
}: {
  markdown: MarkdownView
  isEnding: boolean
  onEnd: () => void
}) => {
  const conditions = conditionWords(markdown)
  return (
    <TableRow>
      <TableCell>
        <Badge tone={TONES[markdown.state]}>{markdown.state}</Badge>
      </TableCell>
      <TableCell>
        <span className="font-medium">{markdown.name}</span>
        <span className="block text-soft">by {markdown.createdBy}</span>
      </TableCell>
      <TableCell>
        {markdown.scope.title}
        {conditions ? <span className="block text-soft">{conditions}</span> : null}
      </TableCell>
      <TableCell numeric>{markdown.percent} %</TableCell>
      <TableCell>{plannedMoment(markdown.startsAtMs)}</TableCell>
      <TableCell>{markdown.endsAtMs === undefined ? 'until ended' : plannedMoment(markdown.endsAtMs)}</TableCell>
      <TableCell numeric>{markdown.products}</TableCell>
      <TableCell>
        {markdown.state === 'ended' ? null : (
          <Button tone="quiet" size="small" loading={isEnding} onClick={onEnd}>
            End now<span className="sr-only">: {markdown.name}</span>
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}
