import type { Poll } from '@selvedge/core'

/** The questions a new shop begins with. */
export const SEEDED_POLLS: readonly Omit<Poll, 'isActive'>[] = [
  {
    id: 'cold-morning',
    question: 'The first cold morning. What goes on?',
    position: 1,
    options: [
      { id: 'coat', label: 'A long coat', leans: [{ dimension: 'style', value: 'coat', weight: 6 }] },
      { id: 'puffer', label: 'Something padded', leans: [{ dimension: 'style', value: 'puffer', weight: 6 }] },
      {
        id: 'knit',
        label: 'A heavy jumper, no jacket',
        leans: [{ dimension: 'category', value: 'knitwear', weight: 6 }],
      },
    ],
  },
  {
    id: 'one-colour',
    question: 'If it had to be one colour for a year?',
    position: 2,
    options: [
      { id: 'navy', label: 'Navy', leans: [{ dimension: 'colour', value: 'navy', weight: 6 }] },
      { id: 'black', label: 'Black', leans: [{ dimension: 'colour', value: 'black', weight: 6 }] },
      { id: 'undyed', label: 'Undyed, off-white', leans: [{ dimension: 'colour', value: 'white', weight: 6 }] },
      { id: 'green', label: 'Green', leans: [{ dimension: 'colour', value: 'green', weight: 6 }] },
    ],
  },
  {
    id: 'cloth',
    question: 'Which cloth do you reach for?',
    position: 3,
    options: [
      { id: 'linen', label: 'Linen', leans: [{ dimension: 'material', value: 'linen', weight: 6 }] },
      { id: 'wool', label: 'Wool', leans: [{ dimension: 'material', value: 'wool', weight: 6 }] },
      { id: 'cotton', label: 'Cotton', leans: [{ dimension: 'material', value: 'cotton', weight: 6 }] },
      { id: 'denim', label: 'Denim', leans: [{ dimension: 'material', value: 'denim', weight: 6 }] },
    ],
  },
]
