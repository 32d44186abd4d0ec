'use client'

import type { StaffAction } from '@selvedge/core'
import { useDeferredValue, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { Table, TableHead, TableHeading } from '@/components/table'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ActionRow } from './action-row'

type Page = { actions: StaffAction[]; nextCursor?: number | undefined }
type Props = { first: Page; places: readonly { id: number; code: string; name: string }[] }

/** Who changed what: every change that staff asked for, newest first, found by person, place or value. */
export const ActionList = ({ first, places }: Props) => {
  const placeNames = new Map(places.map(({ id, code, name }) => [id, `${code}, ${name}`]))
  const [find, setFind] = useState('')
  const { list } = trpc.useUtils().admin.audit
  const sought = useDeferredValue(find.trim())
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = trpc.admin.audit.list.useInfiniteQuery(
    sought === '' ? {} : { find: sought },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: (before) => before,
      ...(sought === '' ? { initialData: { pages: [first], pageParams: [undefined] } } : {}),
    },
  )
  const isTold = useStaffTopic('journal', () => void list.invalidate())
  const actions = data?.pages.flatMap((page) => page.actions) ?? []
  return (
    <div className="flex flex-col gap-5">
      <PageHead
        title="Changes"
        note="Everything staff asked the shop to do, kept before it was tried and never rewritten"
      >
        <LiveDot live={isTold && !error} />
      </PageHead>
      <TextField
        label="Find a change"
        type="search"
        hint="A name, a SKU, a value, a kind of change or a trail"
        value={find}
        onChange={(event) => setFind(event.target.value.slice(0, 100))}
        className="max-w-form"
      />
      <FailureLine error={error} />
      {actions.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          {sought === '' ? 'Nobody has changed anything yet.' : `No change speaks of “${sought}”.`}
        </p>
      ) : (
        <Table caption="Changes, newest first">
          <TableHead>
            <tr>
              <TableHeading>When</TableHeading>
              <TableHeading>Who</TableHeading>
              <TableHeading>What</TableHeading>
              <TableHeading>Asked for</TableHeading>
              <TableHeading className="max-sm:hidden">Outcome</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} places={placeNames} />
            ))}
          </tbody>
        </Table>
      )}
      {hasNextPage ? (
        <Button
          tone="quiet"
          size="small"
          loading={isFetchingNextPage}
          onClick={() => fetchNextPage()}
          className="self-center"
        >
          Show older
        </Button>
      ) : null}
    </div>
  )
}
