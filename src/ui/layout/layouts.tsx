import type { ReactNode } from 'react'
import type { Lang } from '@/core/lang'
import { cx } from '../classes'
import { AccountMenu, type AccountMenuProps } from './AccountMenu'
import { BottomBar, type Place } from './BottomBar'
import type { BrandProps } from './Brand'
import { Breadcrumbs, type Crumb } from './Breadcrumbs'
import { Footer, type FooterProps } from './Footer'
import { Header } from './Header'
import { LanguageSwitch } from './LanguageSwitch'
import { NavBar, type NavLink } from './NavBar'
import { MAIN_ID, SkipLink } from './SkipLink'

type Common = {
  brand: BrandProps
  langHrefs?: Readonly<Record<Lang, string>>
  footer?: FooterProps
  crumbs?: readonly Crumb[]
  flash?: ReactNode
  /** The page: a `Page`, a `Hero` and sections… */
  children: ReactNode
}

export type PublicLayoutProps = Common & {
  links: readonly NavLink[]
  /** At the head's right: sign in, join. */
  end?: ReactNode
}

/** The body of a page of the public site; the document around it belongs to src/web. */
export function PublicLayout({ brand, links, end, langHrefs, ...rest }: PublicLayoutProps) {
  return (
    <Frame
      {...rest}
      header={
        <Header
          brand={brand}
          nav={<NavBar links={links} />}
          end={
            <>
              {langHrefs && <LanguageSwitch hrefs={langHrefs} />}
              {end}
            </>
          }
        />
      }
    />
  )
}

export type ExtranetLayoutProps = Common & { places: readonly Place[]; account: AccountMenuProps }

/** The body of a page of the extranet. */
export function ExtranetLayout({ brand, places, account, langHrefs, ...rest }: ExtranetLayoutProps) {
  return (
    <Frame
      {...rest}
      within
      header={
        <Header
          brand={brand}
          nav={<BottomBar places={places} />}
          end={<AccountMenu langHrefs={langHrefs} {...account} />}
        />
      }
    />
  )
}

function Frame(props: Omit<Common, 'brand' | 'langHrefs'> & { header: ReactNode; within?: boolean }) {
  const { header, footer, crumbs, flash, children, within } = props
  return (
    <div className={cx('frame', within && 'frame--within')}>
      <SkipLink />
      {header}
      {(crumbs || flash) && (
        <div className="frame__above">
          {crumbs && <Breadcrumbs crumbs={crumbs} />}
          {flash}
        </div>
      )}
      <main className="main" id={MAIN_ID} tabIndex={-1}>
        {children}
      </main>
      {footer && <Footer {...footer} />}
    </div>
  )
}
