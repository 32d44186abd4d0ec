import type { CountLineView } from '@selvedge/core'
import Link from 'next/link'
import { classNames } from '@/components/class-names'
import { optionWords } from '../option-words'
import { differenceWords } from './count-words'
import { codeOf } from './scan-tally'

const Standing = ({ line }: { line: CountLineView }) => {
  if (line.difference !== undefined)
    return (
      <span className={classNames('figures', line.difference === 0 ? 'text-soft' : 'text-thread')}>
        {line.counted} against {line.expected}, {differenceWords(line.difference)}
      </span>
    )
  if (line.standing === 'uncounted') return <span className="text-soft">Not counted</span>
  if (line.standing === 'recount') return <span className="text-thread">Count again</span>
  return <span className="figures text-kelp">Counted {line.counted}</span>
}

type Props = { lines: readonly CountLineView[]; chosen: string; onChoose?: ((sku: string) => void) | undefined }

/** The shelves of a count; pressing one takes it in hand, or leads to its ledger when the count is over. */
export const CountRows = ({ lines, chosen, onChoose }: Props) => (
  <ul aria-label="Shelves" className="border-t border-rule">
    {lines.map((line) => {
      const words = (
        <>
          <span className="min-w-0 flex-1 text-left">
            <span className="block truncate text-small font-medium">{line.title}</span>
            <span className="figures block text-note text-soft">
              {optionWords(line)} · {line.sku}
            </span>
          </span>
          <span className="shrink-0 text-note">
            <Standing line={line} />
          </span>
        </>
      )
      const style =
        'flex min-h-14 w-full items-center gap-4 px-2 py-2 hover:bg-raised aria-pressed:shadow-[inset_3px_0_0_var(--thread)]'
      return (
        <li key={line.recordId} className="border-b border-rule">
          {onChoose ? (
            <button
              type="button"
              aria-pressed={chosen === codeOf(line.sku)}
              onClick={() => onChoose(line.sku)}
              className={style}
            >
              {words}
            </button>
          ) : (
            <Link href={`/admin/ledger/${line.recordId}`} prefetch={false} className={style}>
              {words}
            </Link>
          )}
        </li>
      )
    })}
  </ul>
)
