import type { ReactNode } from 'react'
import { Brand, type BrandProps } from './Brand'

export type HeaderProps = {
  brand: BrandProps
  /** NavBar on the public site, BottomBar in the extranet. */
  nav?: ReactNode
  /** At the right: languages, sign in, account. */
  end?: ReactNode
}

export function Header({ brand, nav, end }: HeaderProps) {
  return (
    <header className="header">
      <div className="header__row">
        <Brand {...brand} />
        <div className="header__end">{end}</div>
        {nav && <div className="header__nav">{nav}</div>}
      </div>
    </header>
  )
}
