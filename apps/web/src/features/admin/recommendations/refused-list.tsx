import type { Inspection } from '@selvedge/core'
import { filterWords, pieceCount, sourceWords } from './words'

const SHOWN = 40

/** What a source brought up and a filter took, so that "why is it not there" has an answer. */
export const RefusedList = ({ inspection: { refused } }: { inspection: Inspection }) =>
  refused.length === 0 ? null : (
    <details className="border border-rule bg-raised">
      <summary className="min-h-touch cursor-pointer px-4 py-3 text-small font-medium">
        Not shown: {refused.length === 120 ? 'the first 120 pieces' : pieceCount(refused.length)} and why
      </summary>
      <ul className="figures grid gap-x-8 border-t border-rule p-4 text-note md:grid-cols-2">
        {refused.slice(0, SHOWN * 3).map(({ product, filter, source, shipsBy }) => (
          <li key={product.productId} className="flex justify-between gap-4 py-1">
            <span className="min-w-0 truncate">
              {product.title} <span className="text-soft">{product.productId}</span>
            </span>
            <span className="shrink-0 text-soft">
              {filterWords(filter, shipsBy)} · {sourceWords(source)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
