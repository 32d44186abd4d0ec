'use client'

import { Component, type ReactNode } from 'react'

type Props = { onFault: () => void; children: ReactNode }

/**
 * A drawer that fails, or whose code does not arrive, takes no page down: nothing stands there, and `onFault` goes on.
 * React writes the fault into the console.
 */
export class DrawerBoundary extends Component<Props, { hasFailed: boolean }> {
  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override componentDidCatch(): void {
    this.props.onFault()
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
