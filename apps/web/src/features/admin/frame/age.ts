const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
] as const

/** An age in its largest unit, `4 min`; under a second, and for clocks a little apart, `now`. */
export const age = (ms: number): string => {
  for (const [unitMs, unit] of UNITS) if (ms >= unitMs) return `${Math.floor(ms / unitMs)} ${unit}`
  return 'now'
}
