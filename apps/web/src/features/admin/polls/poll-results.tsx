import type { PollResult } from '@selvedge/core'
import { effectWords } from './poll-words'

/** The answers with how many chose each: a bar to compare by, the count and the share to read. */
export const PollResults = ({ question, options, votes }: Pick<PollResult, 'question' | 'options' | 'votes'>) => (
  <ul aria-label={`Answers to: ${question}`} className="flex flex-col gap-3">
    {options.map((option) => {
      const share = votes === 0 ? 0 : option.votes / votes
      return (
        <li key={option.id}>
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{option.label}</span>
            <span className="order-last basis-full text-note text-soft sm:order-none sm:basis-auto">
              {effectWords(option)}
            </span>
            <span className="figures ml-auto text-small">
              {option.votes.toLocaleString('en')} <span className="text-soft">· {Math.round(share * 100)} %</span>
            </span>
          </div>
          <div aria-hidden="true" className="mt-1 h-2 bg-sunk">
            <div className="h-full bg-ink" style={{ width: `${share * 100}%` }} />
          </div>
        </li>
      )
    })}
  </ul>
)
