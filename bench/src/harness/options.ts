import { parseArgs } from 'node:util'

export type BenchOptions = { readonly quick: boolean; readonly seconds: number | undefined }

/** `--quick` measures less of the same; `--seconds` bounds each measured run. */
export const readOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, seconds: { type: 'string' } },
  })
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
  if (seconds !== undefined && !(seconds > 0 && seconds <= 600))
    throw new Error('--seconds has to be a number from 1 to 600')
  return { quick: values.quick, seconds }
}
