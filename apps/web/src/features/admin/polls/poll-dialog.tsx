'use client'

import { POLL_ANSWERS_MAX, POLL_ANSWERS_MIN, type PollValues } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { RunFields } from '../frame/run-fields'
import { AnswerFields } from './answer-fields'
import { type AnswerForm, emptyAnswer, type PollForm, readPoll } from './read-poll'

type Props = { first: PollForm; values: PollValues; onSaved: () => void; onClose: () => void }

/** Writes a new question or changes one that nobody has answered. */
export const PollDialog = ({ first, values, onSaved, onClose }: Props) => {
  const [form, setForm] = useState(first)
  const [isTried, setTried] = useState(false)
  const isNew = first.id === undefined
  const read = readPoll(form)
  const errors = isTried ? read.errors : undefined
  const settled = {
    onSuccess: () => {
      onSaved()
      onClose()
    },
  }
  const create = trpc.admin.polls.create.useMutation(settled)
  const change = trpc.admin.polls.change.useMutation(settled)
  const save = isNew ? create : change
  const write = (field: 'question' | 'position' | 'startsAt' | 'endsAt') => (event: { target: { value: string } }) =>
    setForm((before) => ({ ...before, [field]: event.target.value }))
  const writeAnswers = (make: (answers: readonly AnswerForm[]) => readonly AnswerForm[]) =>
    setForm((before) => ({ ...before, answers: make(before.answers) }))
  const send = () => {
    setTried(true)
    if (read.value) save.mutate(read.value)
  }
  return (
    <FormDialog
      title={isNew ? 'Ask a question' : 'Change the question'}
      description="Once somebody has answered, question and answers stay as they are; it can be closed at any time."
      words={{ send: isNew ? 'Ask it' : 'Save it', leave: 'Leave it' }}
      isSending={save.isPending}
      error={save.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Question"
        value={form.question}
        maxLength={120}
        onChange={write('question')}
        error={errors?.question ?? errors?.id}
      />
      {form.answers.map((answer, nth) => (
        <AnswerFields
          key={nth}
          nth={nth}
          answer={answer}
          values={values}
          errors={errors}
          onWrite={(next) => writeAnswers((answers) => answers.map((one, at) => (at === nth ? next : one)))}
          onRemove={
            form.answers.length > POLL_ANSWERS_MIN
              ? () => writeAnswers((answers) => answers.filter((_, at) => at !== nth))
              : undefined
          }
        />
      ))}
      <p role="alert" className="text-note text-thread empty:hidden">
        {errors?.options}
      </p>
      {form.answers.length < POLL_ANSWERS_MAX ? (
        <div>
          <Button
            type="button"
            size="small"
            tone="quiet"
            onClick={() => writeAnswers((all) => [...all, emptyAnswer()])}
          >
            One more answer
          </Button>
        </div>
      ) : null}
      <div className="grid grid-cols-2 gap-4">
        <RunFields run={form} errors={errors} openEnd="when you close it" onWrite={write} />
        <TextField
          label="Place in the order"
          inputMode="numeric"
          hint="The smallest is asked first"
          value={form.position}
          onChange={write('position')}
          error={errors?.position}
        />
      </div>
    </FormDialog>
  )
}
