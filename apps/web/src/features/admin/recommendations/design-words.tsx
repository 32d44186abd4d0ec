import { type Experiment, TRIED_KINDS } from '@selvedge/core'
import { FEED_LOOK_WORDS, GUARDRAIL_WORDS, METRIC_WORDS, PLACEMENT_WORDS, sourceWords } from './words'

type Design = Experiment['design']

/** An experiment as it was written down: where, by what, within which bounds, and what each arm gets. */
export const DesignWords = ({ design }: { design: Design }) => {
  const { hypothesis, placements, metric, guardrail, alpha, holdoutPercent, arms } = design
  const whole = arms.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <div className="mt-1 flex max-w-prose flex-col gap-2 text-small text-soft">
      <p className="text-ink">{hypothesis}</p>
      <p>
        Measured by {METRIC_WORDS[metric].toLowerCase()}, a person;{' '}
        {placements.map((placement) => PLACEMENT_WORDS[placement]).join('; ')}. {GUARDRAIL_WORDS[guardrail.metric]} may
        rise by {guardrail.maxRisePercent} % at most. An error of {Number((alpha * 100).toFixed(1))} % is allowed.{' '}
        {holdoutPercent} % of people are kept out.
      </p>
      <ul>
        {arms.map(({ slug, weight, settings }) => (
          <li key={slug}>
            <span className="font-medium text-ink">{slug}</span>, {Math.round((weight / whole) * 100)} %:{' '}
            {settingsWords(settings)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function settingsWords(settings: Design['arms'][number]['settings']): string {
  switch (settings.kind) {
    case 'house':
      return 'what everybody gets'
    case 'impersonal':
      return 'nothing personal'
    case 'page':
      return `the feed ${FEED_LOOK_WORDS[settings.variant].toLowerCase()}`
    case 'plan':
      return `a mix of its own, relevance ${settings.plan.lambda}`
    case 'mix':
      return [
        ...changeWords(settings.change),
        ...(settings.ranker ? [`ranking ${settings.ranker}`] : []),
        ...TRIED_KINDS.flatMap((kind) => {
          const version = settings.models?.[kind]
          return version === undefined ? [] : [`${kind} ${version}`]
        }),
      ].join(', ')
  }
}

type Change = Extract<Design['arms'][number]['settings'], { kind: 'mix' }>['change']

const changeWords = ({ quotas = {}, lambda, brandMax, categoryMax, laterDays, blend }: Change): readonly string[] => [
  ...Object.entries(quotas).map(([source, quota]) => `${sourceWords(source)} ${quota}`),
  ...(lambda === undefined ? [] : [`relevance ${lambda}`]),
  ...(brandMax === undefined ? [] : [`of one brand ${brandMax}`]),
  ...(categoryMax === undefined ? [] : [`of one category ${categoryMax}`]),
  ...(laterDays === undefined ? [] : [`promised up to ${laterDays} days ahead`]),
  ...(blend === undefined ? [] : [`own order in listings ${blend}`]),
]
