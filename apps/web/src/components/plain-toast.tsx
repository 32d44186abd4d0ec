'use client'

import { useEffect, useState } from 'react'
import { announce } from './live-region'
import type { ToastMessage } from './toast'

const SHOWN_MS = 8_000

/**
 * The last of `count` messages for who could not fetch the code that draws them: said and shown, and gone
 * after a while without a pointer or the focus on what it offers.
 */
export const PlainToast = ({ message, count }: { message: ToastMessage | undefined; count: number }) => {
  const [gone, setGone] = useState(0)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => setGone(count), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [count, isHeld])
  // A region that arrives with its words in it is not read out, but for an alert.
  useEffect(() => {
    if (message !== undefined && message.tone !== 'error') announce(`${message.title}. ${message.description ?? ''}`)
  }, [message])
  if (message === undefined || gone >= count) return null
  const { title, description, action, tone } = message
  return (
    <div
      {...(tone === 'error' ? { role: 'alert' } : {})}
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-sm items-center gap-4 border-l-4 border-thread bg-ink px-4 py-3.5 font-text text-small text-paper shadow-lift"
    >
      <p className="flex-1">
        <span className="font-medium">{title}</span>
        {description === undefined ? null : <span className="block opacity-85">{description}</span>}
      </p>
      {action === undefined ? null : (
        <button
          type="button"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          onClick={() => {
            setGone(count)
            setHeld(false)
            action.onClick()
          }}
          className="min-h-8 shrink-0 cursor-pointer px-2 font-medium underline underline-offset-4"
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
