import { BrandMark } from '@/ui/brand/BrandMark'
import { texts } from '../i18n'

/** Our mark, where Payload shows its own: at the head of the breadcrumbs. */
export function Icon() {
  return <BrandMark size={22} />
}

/** The mark and the name, on the few pages without a menu. */
export function Logo() {
  return (
    <span className="house">
      <BrandMark size={40} />
      <span className="house__name">{texts('fr').siteName}</span>
    </span>
  )
}
