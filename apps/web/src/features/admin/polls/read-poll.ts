import { type Lean, type PollDraft, type PollResult, pollDraftSchema } from '@selvedge/core'

/** What the form holds: texts, as inputs do. */
export type AnswerForm = {
  readonly id: string
  readonly label: string
  readonly dimension: Lean['dimension']
  readonly value: string
}
export type PollForm = {
  /** Of a question that is changed; a new one is named after its words. */
  readonly id?: string | undefined
  readonly question: string
  readonly answers: readonly AnswerForm[]
  readonly position: string
  readonly startsAt: string
  readonly endsAt: string
}

export const ANSWERS_MIN = 2
export const ANSWERS_MAX = 4

/** Evidence of an answer, as much as that of six views: an answer is said outright. */
const WEIGHT = 6

export const emptyAnswer = (): AnswerForm => ({ id: '', label: '', dimension: 'category', value: '' })

export const EMPTY_POLL: PollForm = {
  question: '',
  answers: [emptyAnswer(), emptyAnswer()],
  position: '1',
  startsAt: '',
  endsAt: '',
}

/** A moment as a `datetime-local` input holds it, in the reader's own time. */
const localText = (ms: number | undefined): string => {
  if (ms === undefined) return ''
  const at = new Date(ms)
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The form over a question that is there. */
export const formOf = ({ id, question, options, position, startsAtMs, endsAtMs }: PollResult): PollForm => ({
  id,
  question,
  answers: options.map(({ id: optionId, label, leans: [lean] }) => ({
    id: optionId,
    label,
    dimension: lean?.dimension ?? 'category',
    value: lean?.value ?? '',
  })),
  position: String(position),
  startsAt: localText(startsAtMs),
  endsAt: localText(endsAtMs),
})

const slugOf = (text: string, fallback: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '') || fallback

const moment = (text: string): number | undefined => (text === '' ? undefined : new Date(text).getTime())

export type ReadPoll =
  | { readonly draft: PollDraft; readonly errors?: undefined }
  | { readonly draft?: undefined; readonly errors: Readonly<Record<string, string>> }

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
}

/** The question as the procedure takes it, or what is wrong with each field (`question`, `0.label`, `0.leans` …). */
export const readPoll = (form: PollForm): ReadPoll => {
  const [startsAtMs, endsAtMs] = [moment(form.startsAt), moment(form.endsAt)]
  const parsed = pollDraftSchema.safeParse({
    id: form.id ?? slugOf(form.question, 'question'),
    question: form.question,
    options: form.answers.map(({ id, label, dimension, value }, nth) => ({
      id: id || slugOf(label, `answer-${nth + 1}`),
      label,
      leans: value === '' ? [] : [{ dimension, value, weight: WEIGHT }],
    })),
    position: form.position.trim() === '' ? Number.NaN : Number(form.position),
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
    ...(endsAtMs === undefined ? {} : { endsAtMs }),
  })
  if (parsed.success) return { draft: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path } of parsed.error.issues) {
    const [field, nth, part] = path.map(String)
    if (field === 'options' && part !== undefined) errors[`${nth}.${part}`] = ANSWER_WORDS[part] ?? 'This is not right.'
    // Answers that are not written yet read alike: that says nothing.
    else if (field === 'options' && form.answers.some(({ label }) => label.trim() === '')) continue
    else errors[field ?? ''] = WORDS[field ?? ''] ?? 'This is not right.'
  }
  return { errors }
}
