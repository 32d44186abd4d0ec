'use client'

import { Component, type ReactNode, Suspense } from 'react'

type Props = {
  /** What goes on where the code did not arrive. */
  onFault?: () => void
  /** What stands there then; nothing without it. */
  instead?: ReactNode
  children: ReactNode
}

/**
 * Around what is drawn by code that is fetched late: nothing stands there until it is here, and code that fails or does not
 * arrive takes no page down. React writes the fault into the console.
 */
export class LateCode extends Component<Props, { hasFailed: boolean }> {
  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override componentDidCatch(): void {
    this.props.onFault?.()
  }

  override render(): ReactNode {
    if (this.state.hasFailed) return this.props.instead ?? null
    return <Suspense>{this.props.children}</Suspense>
  }
}
