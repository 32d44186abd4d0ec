import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, isFormula, plainCell } from './csv-cell'
import { createCsvReader, detectDelimiter } from './csv-reader'
import { createEncodingScan } from './encoding'
import { readHeader } from './file-kinds'
import { readRow } from './read-row'

const NOW = new Date('2026-11-25T12:00:00Z')
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer)
const verdict = (...chunks: (Uint8Array | number[])[]) => {
  const scan = createEncodingScan()
  for (const chunk of chunks) scan.push(Uint8Array.from(chunk))
  return scan.finish()
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('encodings are told apart, whatever program wrote the file', () => {
  expect(verdict(bytes('sku,location\nA,B\n'))).toEqual({ encoding: 'utf-8', bomBytes: 0 })
  expect(verdict([0xef, 0xbb, 0xbf], bytes('sku,größe'))).toEqual({ encoding: 'utf-8', bomBytes: 3 })
  expect(verdict([0xff, 0xfe], utf16('sku'))).toEqual({ encoding: 'utf-16le', bomBytes: 2 })
  expect(verdict(utf16('sku;location\r\n'))).toEqual({ encoding: 'utf-16le', bomBytes: 0 })
  expect(verdict([0x67, 0x72, 0xf6, 0xdf, 0x65])).toEqual({ encoding: 'windows-1252', bomBytes: 0 })
})

test('a character cut by the end of a chunk is still one character', () => {
  expect(verdict([0x67, 0xc3], [0xb6, 0x65])).toEqual({ encoding: 'utf-8', bomBytes: 0 })
})

test('what is no text is refused clearly', () => {
  expect(verdict([])).toEqual({ refused: 'EMPTY' })
  expect(verdict([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08])).toEqual({ refused: 'NOT_TEXT' })
  expect(verdict([0x61, 0x81, 0x62])).toEqual({ refused: 'UNKNOWN_ENCODING' })
  expect(verdict([0xef, 0xbb, 0xbf, 0xff, 0x61])).toEqual({ refused: 'UNKNOWN_ENCODING' })
})

test.each([
  ['sku,location', ','],
  ['sku;location;on_hand', ';'],
  ['"a,b"\tc', '\t'],
])('%j is separated by its own sign', (line, delimiter) => {
  expect(detectDelimiter(line)).toBe(delimiter)
})

const read = (text: string, cut = 3) => {
  const reader = createCsvReader(',')
  const parts = Array.from({ length: Math.ceil(text.length / cut) }, (_, n) => text.slice(n * cut, n * cut + cut))
  const all = [...parts.map((part) => reader.push(part)), reader.finish()]
  return { rows: all.flatMap(({ rows }) => rows), faults: all.flatMap(({ faults }) => faults) }
}

test('quotes, line ends inside cells and any line end are read with their places', () => {
  const { rows, faults } = read('a,"b ""c""\r\nd",e\r\n\r\nf,g,h')
  expect(faults).toEqual([])
  expect(rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)])).toEqual([
    [1, 'a', 'b "c"\r\nd', 'e'],
    [4, 'f', 'g', 'h'],
  ])
  expect(rows[1]?.cells.map(({ column }) => column)).toEqual([1, 3, 5])
})

test('a bad quote is a fault of its line, and the next line is read', () => {
  const { rows, faults } = read('a,b"c,d\nx,y,z\n"open')
  expect(faults).toEqual([
    { line: 1, column: 4, code: 'STRAY_QUOTE' },
    { line: 3, column: 1, code: 'OPEN_QUOTE' },
  ])
  expect(rows).toHaveLength(1)
})

test('what we write we read again, cut anywhere, and no cell is ever a formula', () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\u0000', '').replaceAll('\r', '').trim())
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (cells, cut) => {
      const { rows, faults } = read(csvLine(cells), cut)
      expect(faults).toEqual([])
      if (cells.some((one) => one !== '')) {
        const read = rows[0]?.cells.map(({ text }) => text) ?? []
        expect(read.every((one) => !/^[=+\-@\t\r]/.test(one))).toBe(true)
        expect(read).toEqual(cells.map((one) => (isFormula(one) ? `'${one}` : one)))
        expect(read.map(plainCell)).toEqual(cells.map((one) => plainCell(one)))
      }
    }),
  )
})

const header = readHeader('stock', ['SKU', 'Location', 'On hand', 'Safety stock', 'as_of', 'note'])
const row = (...texts: string[]) => {
  if (!('places' in header)) throw new Error('the header is good')
  const cells = texts.map((text, n) => ({ text, column: n * 10 + 1 }))
  return readRow('stock', { places: header.places, width: 6 }, { line: 7, cells }, NOW)
}

test('a row is read, or everything wrong with it is said with line and column', () => {
  expect(row('A-1', 'AMS', '12', '', '2026-11-24 18:30', '')).toEqual({
    row: {
      line: 7,
      rowId: 'line 7',
      sku: 'A-1',
      location: 'AMS',
      quantity: 12,
      at: new Date('2026-11-24T18:30:00Z'),
      places: { sku: 1, location: 11, quantity: 21, safety_stock: 31, at: 41, note: 51 },
    },
  })
  expect(row('', 'AMS', '-1', '1.5', 'soon', '')).toMatchObject({
    problems: [
      { line: 7, column: 1, name: 'sku', code: 'EMPTY_CELL' },
      { column: 21, name: 'on_hand', code: 'OUT_OF_RANGE', value: '-1' },
      { column: 31, code: 'NOT_A_NUMBER' },
      { column: 41, code: 'BAD_TIME' },
    ],
  })
  expect(row('A', 'B')).toEqual({ problems: [{ line: 7, column: 11, code: 'CELLS_MISSING' }] })
  expect(row('A-1', 'AMS', '1', '', '2027-01-01', '')).toMatchObject({ problems: [{ code: 'IN_THE_FUTURE' }] })
})

test.each(['=1+1', '@SUM(A1)', '+1', '-1', '=HYPERLINK("http://x")'])(
  'a formula in a text (%s) is refused',
  (formula) => {
    expect(row(formula, 'AMS', '1', '', '', '')).toMatchObject({ problems: [{ name: 'sku', code: 'FORMULA' }] })
    expect(row('A-1', 'AMS', '1', '', '', formula)).toMatchObject({ problems: [{ name: 'note', code: 'FORMULA' }] })
  },
)

test('a header says what is missing, unknown or doubled', () => {
  expect(readHeader('counts', ['sku', 'location'])).toEqual({
    problem: { code: 'HEADER_MISSING', columns: ['counted'] },
  })
  expect(readHeader('counts', ['sku', 'location', 'counted', 'prize'])).toMatchObject({
    problem: { columns: ['prize'] },
  })
  expect(readHeader('counts', ['sku', 'sku', 'location', 'counted'])).toMatchObject({
    problem: { code: 'HEADER_REPEATED' },
  })
})
