'use client'

import type { PollResult, PollValues } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { tellFailure } from '../frame/tell-failure'
import { useStaffTopic } from '../frame/use-staff-topic'
import { PollDialog } from './poll-dialog'
import { PollResults } from './poll-results'
import { timeWords, voteWords } from './poll-words'
import { EMPTY_POLL, formOf, type PollForm } from './read-poll'

const TONES = { open: 'good', scheduled: 'wait', ended: 'plain', closed: 'plain' } as const

/** Every question with what was answered so far, as it comes in; asking a new one, changing, closing and opening one. */
export const PollList = ({ first, values }: { first: PollResult[]; values: PollValues }) => {
  const [written, setWritten] = useState<PollForm>()
  const polls = trpc.admin.polls.list.useQuery(undefined, { initialData: first })
  const isLive = useStaffTopic('poll', () => void polls.refetch())
  const settled = {
    onSuccess: () => void polls.refetch(),
    onError: tellFailure,
  }
  const open = trpc.admin.polls.open.useMutation(settled)
  const close = trpc.admin.polls.close.useMutation(settled)
  const asked = polls.data.filter(({ state }) => state === 'open').length
  const votes = polls.data.reduce((sum, poll) => sum + poll.votes, 0)
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Polls" note={`${asked} open, ${voteWords(votes).toLowerCase()} in all`}>
        <LiveDot live={isLive && !polls.isError} />
        <Button onClick={() => setWritten(EMPTY_POLL)}>Ask a question</Button>
      </PageHead>
      <p className="max-w-prose text-small text-soft">
        Each shopper is asked one question at a time, the first one open that they have not answered. An answer counts
        for their own taste at once; together the answers of the last three months lift the demand that is forecast for
        what they stand for.
      </p>
      {polls.data.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">No question has been asked yet.</p>
      ) : null}
      <div className="grid gap-4 xl:grid-cols-2">
        {polls.data.map((poll) => (
          <section
            key={poll.id}
            aria-label={poll.question}
            className="flex flex-col gap-4 border border-rule bg-raised p-4"
          >
            <div>
              <div className="flex flex-wrap items-center gap-3">
                <Badge tone={TONES[poll.state]}>{poll.state}</Badge>
                <span className="figures text-note text-soft">{timeWords(poll)}</span>
              </div>
              <h2 className="mt-2 font-display text-title text-balance">{poll.question}</h2>
              <p className="figures text-note text-soft">{voteWords(poll.votes)}</p>
            </div>
            <PollResults {...poll} />
            <div className="mt-auto flex flex-wrap items-center gap-3">
              {poll.votes === 0 ? (
                <Button size="small" tone="quiet" onClick={() => setWritten(formOf(poll))}>
                  Change<span className="sr-only">: {poll.question}</span>
                </Button>
              ) : (
                <span className="text-note text-soft">Answered: it can be closed, not changed.</span>
              )}
              <span className="ml-auto">
                {poll.state === 'closed' ? (
                  <Button
                    size="small"
                    loading={open.isPending && open.variables.pollId === poll.id}
                    onClick={() => open.mutate({ pollId: poll.id })}
                  >
                    Open<span className="sr-only">: {poll.question}</span>
                  </Button>
                ) : (
                  <Button
                    size="small"
                    tone="quiet"
                    loading={close.isPending && close.variables.pollId === poll.id}
                    onClick={() => close.mutate({ pollId: poll.id })}
                  >
                    Close<span className="sr-only">: {poll.question}</span>
                  </Button>
                )}
              </span>
            </div>
          </section>
        ))}
      </div>
      {written ? (
        <PollDialog
          first={written}
          values={values}
          onClose={() => setWritten(undefined)}
          onSaved={() => {
            toast(written.id === undefined ? 'The question is asked' : 'The question is changed')
            void polls.refetch()
          }}
        />
      ) : null}
    </div>
  )
}
