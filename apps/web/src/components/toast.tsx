'use client'

import { Toaster } from 'sonner'

export { toast } from 'sonner'

/** The place where short messages appear; call `toast('…')`, `toast.error('…', { description, action })`. */
export const Toasts = () => (
  <Toaster
    position="bottom-center"
    gap={8}
    visibleToasts={3}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          'figures flex w-full items-center gap-4 border-l-4 border-thread bg-ink px-4 py-3.5 font-text text-small text-paper shadow-lift',
        content: 'flex-1',
        title: 'font-medium',
        description: 'opacity-85',
        actionButton: 'min-h-8 shrink-0 px-2 font-medium underline underline-offset-4 cursor-pointer',
        cancelButton: 'min-h-8 shrink-0 px-2 cursor-pointer',
      },
    }}
  />
)
