import { expect, test } from 'vitest'
import { EMPTY_POLL, formOf, type PollForm, readPoll } from './read-poll'

const form = (changes: Partial<PollForm> = {}): PollForm => ({
  ...EMPTY_POLL,
  question: 'Where does the next weekend go?',
  answers: [
    { id: '', label: 'To the sea', effects: [{ kind: 'material', value: 'linen', weight: 6 }] },
    { id: '', label: 'Up a hill', effects: [{ kind: 'category', value: 'outerwear', weight: 6 }] },
  ],
  ...changes,
})

test('a question is named after its words, each answer after its own, and says outright what it stands for', () => {
  expect(readPoll(form()).value).toEqual({
    id: 'where-does-the-next-weekend-go',
    question: 'Where does the next weekend go?',
    position: 1,
    options: [
      { id: 'to-the-sea', label: 'To the sea', leans: [{ dimension: 'material', value: 'linen', weight: 6 }] },
      { id: 'up-a-hill', label: 'Up a hill', leans: [{ dimension: 'category', value: 'outerwear', weight: 6 }] },
    ],
  })
})

test('what is wrong is said where it is wrong', () => {
  const [sea, hill] = form().answers
  if (!sea || !hill) throw new Error('no answers')
  expect(readPoll(EMPTY_POLL).errors).not.toHaveProperty('options')
  expect(readPoll(EMPTY_POLL).errors).toMatchObject({
    question: expect.any(String),
    '0.label': expect.any(String),
    '1.leans': expect.any(String),
  })
  expect(readPoll(form({ answers: [sea, { ...hill, label: 'to the SEA' }] })).errors).toHaveProperty('options')
  expect(readPoll(form({ position: 'first' })).errors).toHaveProperty('position')
  const times = { startsAt: '2027-01-02T10:00', endsAt: '2027-01-01T10:00' }
  expect(readPoll(form(times)).errors).toEqual({ endsAtMs: 'It has to end after it begins.' })
})

test('a question that is opened for a change and kept is the same question', () => {
  const draft = readPoll(form({ startsAt: '2027-01-01T10:00', endsAt: '2027-01-02T10:00' })).value
  if (!draft) throw new Error('not read')
  const options = draft.options.map((option) => ({ ...option, votes: 0 }))
  expect(readPoll(formOf({ ...draft, options, state: 'open', votes: 0 })).value).toEqual(draft)
})

test('everything an answer stands for is kept when something else is changed, weights and pieces too', () => {
  const leans = [
    { dimension: 'category', value: 'dresses', weight: 6 },
    { dimension: 'colour', value: 'navy', weight: -3 },
  ] as const
  const options = [
    { id: 'sea', label: 'To the sea', leans: [...leans], pieces: ['wren-dress-4'], votes: 0 },
    { id: 'hill', label: 'Up a hill', leans: [], pieces: ['ragna-coat-12'], votes: 0 },
  ]
  const question = 'Where does the next weekend go?'
  const opened = formOf({ id: 'weekend', question, position: 1, state: 'open', votes: 0, options })
  const draft = readPoll({ ...opened, question: 'And the one after?' }).value
  expect(draft?.options).toEqual(options.map(({ votes: _, ...option }) => option))
})

test('an answer likes one piece by its address; one that stands for nothing is told', () => {
  const [sea, hill] = form().answers
  if (!sea || !hill) throw new Error('no answers')
  const piece = { kind: 'piece', value: 'https://shop.example/p/ragna-coat-12?colour=navy', weight: 6 } as const
  expect(readPoll(form({ answers: [sea, { ...hill, effects: [piece] }] })).value?.options[1]).toEqual({
    id: 'up-a-hill',
    label: 'Up a hill',
    leans: [],
    pieces: ['ragna-coat-12'],
  })
  const nothing = { ...piece, value: ' ' }
  expect(readPoll(form({ answers: [sea, { ...hill, effects: [nothing] }] })).errors).toHaveProperty('1.leans')
})

test('a field left empty beside another is asked for, not dropped', () => {
  const [sea, hill] = form().answers
  if (!sea || !hill) throw new Error('no answers')
  const beside = (kind: 'category' | 'piece') =>
    readPoll(form({ answers: [{ ...sea, effects: [...sea.effects, { kind, value: '', weight: 6 }] }, hill] }))
  expect(beside('category').errors).toHaveProperty(['0.leans'])
  expect(beside('piece').errors).toHaveProperty(['0.pieces'])
})
