'use client'

import { useState } from 'react'
import { Button } from '@/components/button'
import { announce } from '@/components/live-region'
import { useStirred } from '@/components/use-stirred'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { tellTaste } from './taste-told'

const THANKS = 'Noted. What we show you next follows it.'

/** One question. The answer counts at once and the question goes. */
export const PollCard = () => {
  const cache = trpc.useUtils()
  const enabled = useStirred()
  const { data: poll } = trpc.shop.taste.poll.useQuery(undefined, {
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const [isAnswered, setAnswered] = useState(false)
  const mutation = trpc.shop.taste.answerPoll.useMutation({
    onError: (error) => tellRefusal(error),
    onSuccess: async () => {
      setAnswered(true)
      announce(THANKS)
      tellTaste()
      await cache.shop.invalidate()
    },
  })
  if (isAnswered)
    return (
      <section aria-label="Your answer" className="page-width">
        <p className="border-y border-rule py-8 text-lead">{THANKS}</p>
      </section>
    )
  if (!poll) return null
  return (
    <section aria-labelledby="poll-question" className="page-width">
      <div className="flex flex-col gap-5 border-y border-rule py-8 lg:flex-row lg:items-center lg:justify-between lg:gap-12">
        <div>
          <p className="label-caps text-soft">One question</p>
          <h2 id="poll-question" className="mt-1 font-display text-title text-balance">
            {poll.question}
          </h2>
        </div>
        <div className="flex flex-wrap gap-2.5">
          {poll.options.map(({ id, label }) => (
            <Button
              key={id}
              tone="quiet"
              aria-disabled={mutation.isPending}
              loading={mutation.isPending && mutation.variables.optionId === id}
              onClick={() => mutation.isPending || mutation.mutate({ pollId: poll.id, optionId: id })}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
    </section>
  )
}
