'use client'

import { Tabs as Primitive } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export type TabsProps = {
  /** Name of the group for assistive technology. */
  label: string
  tabs: readonly { value: string; label: ReactNode; content: ReactNode }[]
  defaultValue?: string
}

/** Tabs with a thread that slides under the chosen one. Arrow keys move, Home and End jump. */
export const Tabs = ({ label, tabs, defaultValue = tabs[0]?.value }: TabsProps) => (
  <Primitive.Root defaultValue={defaultValue}>
    <Primitive.List
      aria-label={label}
      className="bar-none relative flex gap-7 overflow-x-auto border-b border-rule text-small font-medium"
    >
      {tabs.map((tab) => (
        <Primitive.Tab
          key={tab.value}
          value={tab.value}
          className="min-h-touch min-w-8 shrink-0 text-soft -outline-offset-2 hover:text-ink data-active:text-ink"
        >
          {tab.label}
        </Primitive.Tab>
      ))}
      <Primitive.Indicator className="absolute bottom-0 left-0 h-[3px] w-(--active-tab-width) translate-x-(--active-tab-left) bg-thread transition-[width,translate] duration-(--medium) ease-drape" />
    </Primitive.List>
    {tabs.map((tab) => (
      <Primitive.Panel key={tab.value} value={tab.value} className="pt-5">
        {tab.content}
      </Primitive.Panel>
    ))}
  </Primitive.Root>
)
