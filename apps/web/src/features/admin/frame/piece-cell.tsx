import Link from 'next/link'
import type { ReactNode } from 'react'
import { TableCell } from '@/components/table'
import { optionWords } from '../option-words'

type Piece = { title: string; brand?: string; colour: string; size: string; sku: string }

/** Names a piece in a table, so that it is found by eye in each of them alike; `href`: where its SKU leads. */
export const PieceCell = ({ piece, href, children }: { piece: Piece; href?: string; children?: ReactNode }) => (
  <TableCell className="min-w-44 whitespace-normal">
    <span className="font-medium">{piece.title}</span>
    {piece.brand === undefined ? null : <span className="text-soft"> {piece.brand}</span>}
    <span className="block text-soft">
      {optionWords(piece)} ·{' '}
      {href === undefined ? (
        piece.sku
      ) : (
        <Link href={href} prefetch={false} className="thread-link">
          {piece.sku}
        </Link>
      )}
    </span>
    {children}
  </TableCell>
)
