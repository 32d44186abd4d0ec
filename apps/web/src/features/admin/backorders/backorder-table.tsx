import type { BackorderView } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { PieceCell } from '../frame/piece-cell'

type Props = { caption: string; rows: readonly BackorderView[]; onChange: (recordId: number) => void }

/** Records with their allowance, who draws on it and what the next buyer is told. */
export const BackorderTable = ({ caption, rows, onChange }: Props) => (
  <Table caption={caption}>
    <TableHead>
      <tr>
        <TableHeading>Piece</TableHeading>
        <TableHeading>Place</TableHeading>
        <TableHeading numeric>On the shelf</TableHeading>
        <TableHeading numeric>Allowed</TableHeading>
        <TableHeading numeric>Promised</TableHeading>
        <TableHeading numeric>In bags</TableHeading>
        <TableHeading numeric>Left</TableHeading>
        <TableHeading>Told today</TableHeading>
        <TableHeading>
          <span className="sr-only">Change</span>
        </TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {rows.map((row) => (
        <TableRow key={row.recordId}>
          <PieceCell piece={row} href={`/admin/ledger/${row.recordId}`} />
          <TableCell>
            {row.locationCode}
            {row.sellsOnline ? null : <span className="text-soft"> not sold online</span>}
          </TableCell>
          <TableCell numeric>{row.available}</TableCell>
          <TableCell numeric>{row.units}</TableCell>
          <TableCell numeric>{row.promised}</TableCell>
          <TableCell numeric>{row.held}</TableCell>
          <TableCell numeric>{row.left}</TableCell>
          <TableCell>
            {row.units === 0 ? (
              <span className="text-soft">not allowed</span>
            ) : row.left === 0 ? (
              <Badge tone="thread">used up</Badge>
            ) : (
              `ships by ${formatDay(row.shipsOn)}`
            )}
          </TableCell>
          <TableCell>
            <Button size="small" tone="quiet" onClick={() => onChange(row.recordId)}>
              {row.units === 0 ? 'Allow' : 'Change'}
              <span className="sr-only">
                : {row.sku} at {row.locationCode}
              </span>
            </Button>
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
