'use client'

import { Activity, type ReactNode } from 'react'

/**
 * Content that comes to life in a turn of its own: the browser breathes between two of these, where React would bring a
 * whole page to life in one go and answer nobody meanwhile. What is pressed first comes to life first.
 */
export const OwnTurn = ({ children }: { children: ReactNode }) => <Activity>{children}</Activity>
