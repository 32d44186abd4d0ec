'use client'

import { type MerchandisingRule, ruleStanding } from '@selvedge/core'
import { useState } from 'react'
import { Moment } from '../frame/moment'

/** Whether a rule is over, to come or switched off; in force it says until when, where it ends. */
export const RuleStanding = ({ rule }: { rule: MerchandisingRule }) => {
  const [nowMs] = useState(() => Date.now())
  const { startsAt, endsAt } = rule
  switch (ruleStanding(rule, nowMs)) {
    case 'off':
      return <span className="text-weld">Off</span>
    case 'over':
      return <span className="text-thread">Over{endsAt ? <At words="since" at={endsAt} /> : null}</span>
    case 'to-come':
      return <span className="text-weld">To come{startsAt ? <At words="from" at={startsAt} /> : null}</span>
    case 'in-force':
      return endsAt ? (
        <span className="text-soft">
          Until <Moment at={endsAt} look="short" />
        </span>
      ) : null
  }
}

const At = ({ words, at }: { words: string; at: Date }) => (
  <>
    {`, ${words} `}
    <Moment at={at} look="short" />
  </>
)
