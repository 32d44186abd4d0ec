'use client'

import { lazy, useEffect, useState } from 'react'
import { LateCode } from './late-code'
import { PlainToast } from './plain-toast'

export type ToastMessage = {
  title: string
  description?: string
  /** One way to act on it, for example undo. */
  action?: { label: string; onClick: () => void }
  /** `error` stays longer and is announced at once. */
  tone?: 'plain' | 'error'
}

const CHANNEL = 'selvedge:toast'
const Toaster = lazy(async () => ({ default: (await import('./toaster')).ThreadToaster }))

/** Shows a short message at the foot of the page. The code that draws it is fetched with the first message. */
export const toast = (title: string, rest: Omit<ToastMessage, 'title'> = {}): void => {
  window.dispatchEvent(new CustomEvent<ToastMessage>(CHANNEL, { detail: { title, ...rest } }))
}

/** Mounted once, in the root layout. Where the code that draws messages does not arrive, the last one is said plainly. */
export const Toasts = () => {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([])
  useEffect(() => {
    const listen = (event: Event) => {
      if (event instanceof CustomEvent) setMessages((known) => [...known, event.detail])
    }
    window.addEventListener(CHANNEL, listen)
    return () => window.removeEventListener(CHANNEL, listen)
  }, [])
  return messages.length === 0 ? null : (
    <LateCode instead={<PlainToast message={messages.at(-1)} count={messages.length} />}>
      <Toaster messages={messages} />
    </LateCode>
  )
}
