'use client'

import type { CountLineView, CountView } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { PageHead } from '../frame/page-head'
import { COUNT_WORDS } from '../frame/reason-words'
import { useStaffTopic } from '../frame/use-staff-topic'
import { CountPad } from './count-pad'
import { CountRows } from './count-rows'
import { COUNT_STATE_WORDS, differenceWords, progressWords } from './count-words'
import { PostCount } from './post-count'
import { codeOf } from './scan-tally'

// What is still to do comes first.
const RANK = { recount: 0, uncounted: 1, counted: 2 } as const

/** One count: the pad in hand, the shelves below it. */
export const CountDetail = ({ initial }: { initial: CountView }) => {
  const { countId } = initial
  const utils = trpc.useUtils()
  const [hand, setHand] = useState('')
  const { data: count, isError, refetch } = trpc.admin.counts.byId.useQuery({ countId }, { initialData: initial })
  const isTold = useStaffTopic('count', () => void refetch())
  const cancel = trpc.admin.counts.cancel.useMutation({ onSettled: () => void refetch() })
  const isOpen = count.state === 'open'
  const counted = (line: CountLineView) => {
    toast(line.standing === 'recount' ? `${line.sku}: please count it again` : `${line.sku}: ${line.counted}`)
    utils.admin.counts.byId.setData({ countId }, (known) =>
      known ? { ...known, rows: known.rows.map((row) => (row.recordId === line.recordId ? line : row)) } : known,
    )
    void refetch()
  }
  const rows = [...count.rows].sort((a, b) => RANK[a.standing] - RANK[b.standing])
  return (
    <div className="flex flex-col gap-5">
      <Breadcrumbs steps={[{ label: 'Counts', href: '/admin/counts' }, { label: `C-${countId}` }]} />
      <PageHead
        title={<span className="figures">C-{countId}</span>}
        note={
          <>
            {count.location.name}, {count.filter}. {progressWords(count)}
            {count.difference === undefined ? '' : `, ${differenceWords(count.difference)} in all`}
            {count.reason ? `. ${COUNT_WORDS[count.reason]}` : ''}
          </>
        }
      >
        <LiveDot live={isTold && !isError} />
        <Badge tone={COUNT_STATE_WORDS[count.state].tone}>{COUNT_STATE_WORDS[count.state].badge}</Badge>
        {isOpen ? (
          <>
            <Button
              tone="quiet"
              size="small"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ countId, expectedVersion: count.version })}
            >
              Drop it
            </Button>
            <PostCount count={count} onDone={() => void refetch()} />
          </>
        ) : null}
      </PageHead>
      <FailureLine error={cancel.error} />
      <div className="grid items-start gap-6 lg:grid-cols-[24rem_minmax(0,1fr)]">
        {isOpen ? (
          <CountPad countId={countId} hand={hand} onHand={setHand} lines={count.rows} onCounted={counted} />
        ) : null}
        <div className={isOpen ? undefined : 'lg:col-span-2'}>
          <CountRows lines={rows} chosen={hand} onChoose={isOpen ? (sku) => setHand(codeOf(sku)) : undefined} />
        </div>
      </div>
    </div>
  )
}
