import type { PollValues } from '@selvedge/core'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { EffectFields } from './effect-fields'
import { type AnswerForm, type EffectForm, emptyEffect } from './read-poll'

/** More would be no answer to one question. */
const EFFECTS_MAX = 6

type Props = {
  nth: number
  answer: AnswerForm
  values: PollValues
  errors: Readonly<Record<string, string>> | undefined
  onWrite: (answer: AnswerForm) => void
  onRemove: (() => void) | undefined
}

/** One answer and everything it stands for. */
export const AnswerFields = ({ nth, answer, values, errors, onWrite, onRemove }: Props) => {
  const { effects } = answer
  const writeEffects = (next: readonly EffectForm[]): void => onWrite({ ...answer, effects: next })
  return (
    <fieldset className="grid grid-cols-2 gap-4 border border-rule p-3">
      <legend className="px-1 text-small font-medium">Answer {nth + 1}</legend>
      <TextField
        className="col-span-2"
        label="It reads"
        value={answer.label}
        maxLength={60}
        onChange={({ target }) => onWrite({ ...answer, label: target.value })}
        error={errors?.[`${nth}.label`]}
      />
      {effects.map((effect, at) => (
        <EffectFields
          key={at}
          name={`${at + 1} of answer ${nth + 1}`}
          effect={effect}
          values={values}
          error={effect.value.trim() === '' ? errors?.[`${nth}.leans`] : errors?.[`${nth}.${effect.kind}s`]}
          onWrite={(next) => writeEffects(effects.map((one, place) => (place === at ? next : one)))}
          onRemove={effects.length > 1 ? () => writeEffects(effects.filter((_, place) => place !== at)) : undefined}
        />
      ))}
      <div className="col-span-2 flex flex-wrap gap-3">
        {effects.length < EFFECTS_MAX ? (
          <Button type="button" size="small" tone="quiet" onClick={() => writeEffects([...effects, emptyEffect()])}>
            And for<span className="sr-only"> something else: answer {nth + 1}</span>
          </Button>
        ) : null}
        {onRemove ? (
          <Button type="button" size="small" tone="quiet" onClick={onRemove}>
            Leave this answer out<span className="sr-only">: answer {nth + 1}</span>
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
