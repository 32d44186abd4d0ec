/** An id as an address has it; undefined for what no row can have. Ids are PostgreSQL integers. */
export const writtenId = (written: string): number | undefined => {
  const id = Number(written)
  return /^[1-9]\d{0,9}$/.test(written) && id < 2 ** 31 ? id : undefined
}
