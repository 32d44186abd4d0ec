'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { AskState } from './use-ask'

type KeptAsks = {
  readonly states: ReadonlyMap<string, AskState>
  readonly keep: (sku: string, state: AskState) => void
}

const KeptAsksContext = createContext<KeptAsks | undefined>(undefined)

/**
 * Remembers how far one has come with asking for each size, for as long as a piece is looked at: the button of a size goes
 * when another is chosen. A size that can be bought again (`isBack`) is asked for anew once it has gone: its message is sent.
 */
export const KeepAsks = ({ isBack, children }: { isBack: (sku: string) => boolean; children: ReactNode }) => {
  const [states, setStates] = useState<KeptAsks['states']>(new Map())
  const keep = (sku: string, state: AskState): void => setStates((known) => new Map(known).set(sku, state))
  useEffect(() => {
    const isPast = ([sku, state]: [string, AskState]): boolean => state === 'asked' && isBack(sku)
    if ([...states].some(isPast)) setStates((known) => new Map([...known].filter((entry) => !isPast(entry))))
  })
  return <KeptAsksContext value={{ states, keep }}>{children}</KeptAsksContext>
}

/** How far the asking for a size has come; outside of a `KeepAsks` for as long as its button stands. */
export const useKeptAsk = (sku: string): readonly [AskState, (state: AskState) => void] => {
  const kept = use(KeptAsksContext)
  const own = useState<AskState>('idle')
  return kept === undefined ? own : [kept.states.get(sku) ?? 'idle', (state) => kept.keep(sku, state)]
}
