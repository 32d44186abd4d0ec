'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import { Toaster, toast } from 'sonner'
import type { ToastMessage } from './toast'

/**
 * By itself a message gives the focus back when it has faded, from whoever has it by then. It gives it back first, so that
 * what is pressed in it may put it elsewhere.
 */
const withFocusGivenBack =
  (act: () => void) =>
  (press: MouseEvent<HTMLButtonElement>): void => {
    press.currentTarget.blur()
    act()
  }

/** Draws the messages it is given, each once, in the order they came. */
export const ThreadToaster = ({ messages }: { messages: readonly ToastMessage[] }) => {
  const shown = useRef(0)
  useEffect(() => {
    for (const { title, description, action, tone } of messages.slice(shown.current)) {
      const show = tone === 'error' ? toast.error : toast
      show(title, {
        ...(description === undefined ? {} : { description }),
        ...(action === undefined ? {} : { action: { ...action, onClick: withFocusGivenBack(action.onClick) } }),
        // Long enough to read a refusal, and to reach an Undo by keyboard.
        ...(tone === 'error' || action ? { duration: 8000 } : {}),
      })
    }
    shown.current = messages.length
  }, [messages])
  return (
    <Toaster
      position="bottom-center"
      gap={8}
      visibleToasts={3}
      icons={{ error: null }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'figures flex w-full items-center gap-4 border-l-4 border-thread bg-ink px-4 py-3.5 font-text text-small text-paper shadow-lift',
          content: 'flex-1',
          title: 'font-medium',
          description: 'opacity-85',
          actionButton: 'min-h-8 shrink-0 cursor-pointer px-2 font-medium underline underline-offset-4',
        },
      }}
    />
  )
}
