import type { ReactNode } from 'react'

export type Level = 1 | 2 | 3 | 4

export function Heading({
  level,
  className,
  id,
  children,
}: {
  level: Level
  className?: string
  id?: string
  children: ReactNode
}) {
  const Tag = `h${level}` as const
  return (
    <Tag className={className} id={id}>
      {children}
    </Tag>
  )
}
