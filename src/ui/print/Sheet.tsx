import type { ReactNode } from 'react'
import { BrandMark } from '../brand/BrandMark'
import { DateText } from '../parts/DateText'
import { T } from '../T'
import { useTexts } from '../useTexts'

export type SheetProps = {
  kind: 'statement' | 'receipt' | 'certificate'
  /** Who issues it, with its address. */
  issuer: ReactNode
  issuerName: string
  /** To whom. */
  recipient?: ReactNode
  title: ReactNode
  number?: string
  at: Date | string
  children: ReactNode
  foot?: ReactNode
}

/** A paper: a statement, a receipt. On paper it stands alone, the page around it is left out. */
export function Sheet({
  kind,
  issuer,
  issuerName,
  recipient,
  title,
  number,
  at,
  children,
  foot,
}: SheetProps) {
  const t = useTexts().print
  return (
    <article className={`sheet sheet--${kind}`}>
      <header className="sheet__head">
        <div className="sheet__issuer">
          <span className="sheet__name">
            <BrandMark size={28} /> {issuerName}
          </span>
          <div className="soft">{issuer}</div>
        </div>
        {recipient && <div className="sheet__recipient">{recipient}</div>}
      </header>
      <h2 className="sheet__title">
        <T>{title}</T>
      </h2>
      <p className="sheet__facts">
        {number && (
          <span>
            {t.number} {number}
          </span>
        )}
        <span>
          {t.issued} <DateText at={at} as="date" />
        </span>
      </p>
      {children}
      {foot && (
        <footer className="sheet__foot">
          <T>{foot}</T>
        </footer>
      )}
    </article>
  )
}
