import type { ReturnOutcome, ReturnReason, ReturnState } from '@selvedge/core'

export const RETURN_REASON_WORDS: Readonly<Record<ReturnReason, string>> = {
  'too-small': 'Too small',
  'too-large': 'Too large',
  'not-as-pictured': 'Not as pictured',
  quality: 'The quality is not what I hoped',
  'arrived-damaged': 'It arrived damaged',
  'wrong-item': 'It is not what I ordered',
  'changed-my-mind': 'I changed my mind',
}

type StateWords = { badge: string; tone: 'good' | 'wait' | 'plain'; lead: string }

export const RETURN_STATE_WORDS: Readonly<Record<ReturnState, StateWords>> = {
  requested: { badge: 'Asked for', tone: 'wait', lead: 'We look at it and answer within a working day.' },
  approved: { badge: 'Approved', tone: 'good', lead: 'Put the number on the parcel and send it to us.' },
  received: { badge: 'Being checked', tone: 'wait', lead: 'It is with us. We look at each piece, then refund it.' },
  closed: { badge: 'Done', tone: 'good', lead: 'Every piece has been looked at.' },
  refused: { badge: 'Not accepted', tone: 'plain', lead: 'We could not take this return.' },
  withdrawn: { badge: 'Withdrawn', tone: 'plain', lead: 'You keep the pieces.' },
}

export const OUTCOME_WORDS: Readonly<Record<ReturnOutcome, string>> = {
  restocked: 'Back on sale',
  quarantined: 'Set aside',
  'written-off': 'Written off',
  refused: 'Sent back to the customer',
}
