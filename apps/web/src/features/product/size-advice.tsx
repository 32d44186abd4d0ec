'use client'

import type { SizeAdviceView } from '@selvedge/core'
import { useState } from 'react'
import { trpc } from '@/trpc/client'
import { SizeAnswers } from './size-answers'

type Props = {
  productId: number
  /** Labels of the piece's sizes by code. */
  sizes: readonly { readonly value: string; readonly label: string }[]
}

const ASKED_ANEW_MS = 300_000

/** Which size to take, how sure that is and why; or that not enough is known. Nothing for a piece without sizes. */
export const SizeAdvice = ({ productId, sizes }: Props) => {
  const [isTelling, setTelling] = useState(false)
  const utils = trpc.useUtils()
  const { data } = trpc.shop.sizeAdvice.ofProduct.useQuery({ productId }, { staleTime: ASKED_ANEW_MS, retry: false })
  if (!data || data.state === 'none') return null
  const label = (code: string): string => sizes.find(({ value }) => value === code)?.label ?? code
  return (
    <section aria-label="Advice on fit" className="flex flex-col gap-2 border-l-2 border-edge pl-4">
      <p className="text-small">{sentenceOf(data, label)}</p>
      {runsWords(data) ? <p className="text-note text-soft">{runsWords(data)}</p> : null}
      {isTelling ? (
        <SizeAnswers
          onDone={() => {
            setTelling(false)
            utils.shop.sizeAdvice.invalidate()
          }}
        />
      ) : (
        <button type="button" className="thread-link self-start text-note" onClick={() => setTelling(true)}>
          What we know of your fit
        </button>
      )}
    </section>
  )
}

type Told = Exclude<SizeAdviceView, { state: 'none' }>

function sentenceOf(advice: Told, label: (code: string) => string): string {
  if (advice.state === 'advised') {
    const inTen = Math.min(9, Math.round(advice.confidence * 10))
    if (advice.from.includes('body'))
      return `By height and weight alone we would begin with ${label(advice.size)}: about ${inTen} of ten people built like you have that size. What you keep or usually wear would tell more.`
    const from = advice.from.includes('purchases') ? 'what you kept and sent back' : 'what you told us'
    return `We advise ${label(advice.size)}: of ten such advices about ${inTen} fit, going by ${from}.`
  }
  switch (advice.why) {
    case 'nothing-known':
      return 'Not enough is known of your fit to advise one.'
    case 'not-made':
      return 'It is not made near what you usually wear.'
    case 'unsure':
      return 'What is known of your fit is not enough to be sure here.'
  }
}

function runsWords({ runs, wearers }: Told): string | undefined {
  if (runs === 'true') return wearers >= 5 ? `Cut true, by ${wearers} who wore it.` : undefined
  return `Runs ${runs}, by ${wearers} who wore it.`
}
