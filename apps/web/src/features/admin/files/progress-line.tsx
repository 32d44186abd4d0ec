/** A thread that grows with the work; the share is said to those who do not see it. */
export const ProgressLine = ({ label, share }: { label: string; share: number }) => {
  const percent = Math.round(share * 100)
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1 flex-1 bg-rule"
      >
        <div
          className="h-full origin-left bg-thread transition-transform duration-(--medium)"
          style={{ transform: `scaleX(${share.toFixed(3)})` }}
        />
      </div>
      <span aria-hidden="true" className="figures w-12 text-right text-note text-soft">
        {percent} %
      </span>
    </div>
  )
}
