import type { ReactNode } from 'react'
import * as Ui from '../index'

export function Show({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Ui.Section title={title}>
      <Ui.Stack>{children}</Ui.Stack>
    </Ui.Section>
  )
}
