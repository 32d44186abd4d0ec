import type { ReactNode } from 'react'

/** Title of a staff page with what stands beside it; small, the figures are what one came for. */
export const PageHead = ({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
    <div className="min-w-0">
      <h1 className="font-display text-title">{title}</h1>
      {note ? <p className="figures text-note text-soft">{note}</p> : null}
    </div>
    {children ? <div className="ml-auto flex flex-wrap items-center gap-3">{children}</div> : null}
  </div>
)
