import { type Lean, POLL_ANSWERS_MIN, type PollDraft, type PollResult, pollDraftSchema } from '@selvedge/core'
import { pieceSlug } from '../frame/piece-address'
import { momentText, type ReadForm, readForm, typedMoment, UNKNOWN_WORDS } from '../frame/read-form'

/** One thing that an answer stands for: a taste, or one piece. */
export type EffectForm = {
  readonly kind: Lean['dimension'] | 'piece'
  readonly value: string
  readonly weight: number
}
/** What the form holds: texts, as inputs do. */
export type AnswerForm = { readonly id: string; readonly label: string; readonly effects: readonly EffectForm[] }
export type PollForm = {
  /** Of a question that is changed; a new one is named after its words. */
  readonly id?: string | undefined
  readonly question: string
  readonly answers: readonly AnswerForm[]
  readonly position: string
  readonly startsAt: string
  readonly endsAt: string
}

/** Evidence of an answer, as much as that of six views: an answer is said outright. */
const WEIGHT = 6

export const emptyEffect = (): EffectForm => ({ kind: 'category', value: '', weight: WEIGHT })
export const emptyAnswer = (): AnswerForm => ({ id: '', label: '', effects: [emptyEffect()] })

export const EMPTY_POLL: PollForm = {
  question: '',
  answers: Array.from({ length: POLL_ANSWERS_MIN }, emptyAnswer),
  position: '1',
  startsAt: '',
  endsAt: '',
}

const effectsOf = ({ leans, pieces = [] }: Pick<PollDraft['options'][number], 'leans' | 'pieces'>): EffectForm[] => [
  ...leans.map(({ dimension, value, weight }) => ({ kind: dimension, value, weight })),
  ...pieces.map((slug) => ({ kind: 'piece' as const, value: slug, weight: WEIGHT })),
]

/** The form over a question that is there, with everything its answers stand for. */
export const formOf = ({ id, question, options, position, startsAtMs, endsAtMs }: PollResult): PollForm => ({
  id,
  question,
  answers: options.map((option) => ({ id: option.id, label: option.label, effects: effectsOf(option) })),
  position: String(position),
  startsAt: momentText(startsAtMs),
  endsAt: momentText(endsAtMs),
})

const slugOf = (text: string, fallback: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '') || fallback

const WORDS: Readonly<Record<string, string>> = {
  question: 'Ask in 3 to 120 letters.',
  options: 'Two answers read alike.',
  position: 'A whole number from 0 to 1,000.',
  startsAtMs: 'Say when it begins.',
  endsAtMs: 'It has to end after it begins.',
}
const ANSWER_WORDS: Readonly<Record<string, string>> = {
  label: 'An answer has 1 to 60 letters.',
  leans: 'Say what it stands for.',
  pieces: 'Name each piece by the address of its page, at most six.',
}

const optionOf = ({ id, label, effects }: AnswerForm, nth: number) => {
  // One field that is left empty says nothing yet; beside others it was meant, and is asked for.
  const chosen = effects.length === 1 ? effects.filter(({ value }) => value.trim() !== '') : effects
  const pieces = chosen.flatMap(({ kind, value }) => (kind === 'piece' ? [pieceSlug(value)] : []))
  return {
    id: id || slugOf(label, `answer-${nth + 1}`),
    label,
    leans: chosen.flatMap(({ kind, value, weight }) => (kind === 'piece' ? [] : [{ dimension: kind, value, weight }])),
    ...(pieces.length === 0 ? {} : { pieces }),
  }
}

/** The question as the procedure takes it, or what is wrong with each field (`question`, `0.label`, `0.leans` …). */
export const readPoll = (form: PollForm): ReadForm<PollDraft> => {
  const [startsAtMs, endsAtMs] = [typedMoment(form.startsAt), typedMoment(form.endsAt)]
  const typed = {
    id: form.id ?? slugOf(form.question, 'question'),
    question: form.question,
    options: form.answers.map(optionOf),
    position: form.position.trim() === '' ? Number.NaN : Number(form.position),
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
    ...(endsAtMs === undefined ? {} : { endsAtMs }),
  }
  return readForm(pollDraftSchema, typed, ([field = '', nth, part]) => {
    if (field === 'options' && part !== undefined) return [`${nth}.${part}`, ANSWER_WORDS[part] ?? UNKNOWN_WORDS]
    // Answers that are not written yet read alike: that says nothing.
    if (field === 'options' && form.answers.some(({ label }) => label.trim() === '')) return undefined
    return [field, WORDS[field] ?? UNKNOWN_WORDS]
  })
}
