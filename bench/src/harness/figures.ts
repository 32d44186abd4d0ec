/** The value below which the share `q` of the samples lies (nearest rank); 0 for none. */
export const quantile = (samples: readonly number[], q: number): number => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** Three significant digits: more would claim a precision no shared machine has. */
export const rounded = (value: number): number => Number(value.toPrecision(3))
