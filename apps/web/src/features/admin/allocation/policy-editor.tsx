'use client'

import { ALLOCATION_RULES, type AllocationPolicy, type AllocationRule } from '@selvedge/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { IconButton } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { RULE_WORDS } from './rule-words'

type Props = { policy: AllocationPolicy; onChange: (policy: AllocationPolicy) => void }

/** Rules in order of weight, moved with buttons so that a keyboard does it too. */
export const PolicyEditor = ({ policy, onChange }: Props) => {
  const { rules } = policy
  const move = (index: number, by: -1 | 1) => {
    const next = [...rules]
    const [rule] = next.splice(index, 1)
    if (rule) next.splice(index + by, 0, rule)
    onChange({ ...policy, rules: next })
  }
  const toggle = (rule: AllocationRule, isOn: boolean) =>
    onChange({ ...policy, rules: isOn ? [...rules, rule] : rules.filter((one) => one !== rule) })
  const unused = ALLOCATION_RULES.filter((rule) => !rules.includes(rule))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="label-caps pb-2 text-soft">Rules, the first weighs most</legend>
      <ol className="border-t border-rule">
        {rules.map((rule, index) => (
          <li key={rule} className="flex items-center gap-3 border-b border-rule py-1">
            <span className="figures w-5 text-note text-soft">{index + 1}</span>
            <Checkbox
              checked
              disabled={rules.length === 1}
              onChange={() => toggle(rule, false)}
              label={
                <>
                  <span className="font-medium">{RULE_WORDS[rule].label}</span>
                  <span className="block text-note text-soft">{RULE_WORDS[rule].note}</span>
                </>
              }
              className="flex-1"
            />
            <IconButton
              label={`${RULE_WORDS[rule].label}: weigh more`}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <ArrowUp aria-hidden="true" strokeWidth={1.5} className="size-4" />
            </IconButton>
            <IconButton
              label={`${RULE_WORDS[rule].label}: weigh less`}
              disabled={index === rules.length - 1}
              onClick={() => move(index, 1)}
            >
              <ArrowDown aria-hidden="true" strokeWidth={1.5} className="size-4" />
            </IconButton>
          </li>
        ))}
        {unused.map((rule) => (
          <li key={rule} className="flex items-center gap-3 border-b border-rule py-1">
            <span className="w-5" />
            <Checkbox
              checked={false}
              onChange={() => toggle(rule, true)}
              label={
                <span className="text-soft">
                  {RULE_WORDS[rule].label}
                  <span className="block text-note">{RULE_WORDS[rule].note}</span>
                </span>
              }
              className="flex-1"
            />
          </li>
        ))}
      </ol>
      <Checkbox
        checked={policy.split}
        onChange={(event) => onChange({ ...policy, split: event.target.checked })}
        label="One line may come from several places"
      />
    </fieldset>
  )
}
