import type { ServerProps } from 'payload'
import { BrandMark } from '@/ui/brand/BrandMark'
import { texts } from '../i18n'
import { adminLang } from '../lang'

/** Head of the menu: the house, the day, and the way back to the site (another program's pages: plain links). */
export function NavHead({ i18n }: Pick<ServerProps, 'i18n'>) {
  const t = texts(adminLang(i18n))
  return (
    <div className="nav-head">
      <a className="house" href="/admin">
        <BrandMark size={28} />
        <span className="house__name">{t.siteName}</span>
      </a>
      <ul className="nav-head__links">
        <li>
          <a href="/admin">{t.menu.today}</a>
        </li>
        <li>
          <a href="/aujourdhui">{t.menu.backToSite}</a>
        </li>
      </ul>
    </div>
  )
}
