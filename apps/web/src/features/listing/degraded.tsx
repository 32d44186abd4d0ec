const DEGRADED_WORDS = {
  search: 'Search is running on a spare: the order and the numbers beside filters may be rougher than usual.',
  stock: 'Stock is not live at the moment. It is checked again when you put something in your bag.',
} as const

/** Says honestly which part of the page answers from a fallback, and what that means. */
export const Degraded = ({ parts }: { parts: readonly (keyof typeof DEGRADED_WORDS)[] }) => (
  <div role="status" className="border-l-4 border-weld bg-raised px-4 py-3 text-small">
    {parts.map((part) => (
      <p key={part}>{DEGRADED_WORDS[part]}</p>
    ))}
  </div>
)
